FROM python:3.12-slim AS shop
ARG DB_PASSWORD
RUN pip install --no-cache-dir flask && mkdir -p /etc/shop \
 && printf 'password=%s\n' "$DB_PASSWORD" > /etc/shop/db.conf && chmod 600 /etc/shop/db.conf
COPY shop.py /srv/
CMD ["python", "/srv/shop.py"]
