FROM python:3.11
WORKDIR /srv/shop
COPY . .
RUN pip install gunicorn flask
CMD ["gunicorn", "--bind", "unix:/run/shop.sock", "shop:app"]
