FROM python:3.11
ENV DB_PATH=/data/shop.db LOG_FILE=/var/log/shop.log \
    DATABASE_URL=sqlite:////state/orders.db UPLOAD_DIR=/uploads.d
WORKDIR /srv/shop
COPY . .
CMD ["python", "shop.py"]
