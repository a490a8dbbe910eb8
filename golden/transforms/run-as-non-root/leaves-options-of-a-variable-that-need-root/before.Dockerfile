FROM python:3.11
ENV GUNICORN_CMD_ARGS="--pid /run/shop.pid --access-logfile=/var/log/access.log"
WORKDIR /srv/shop
COPY . .
RUN pip install gunicorn flask
CMD ["gunicorn", "shop:app"]
