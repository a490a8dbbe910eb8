FROM python:3.12-slim
WORKDIR /srv/shop
COPY . .
RUN pip install --no-cache-dir gunicorn
CMD ["gunicorn", "-c", "gunicorn.conf.py", "shop:app"]
