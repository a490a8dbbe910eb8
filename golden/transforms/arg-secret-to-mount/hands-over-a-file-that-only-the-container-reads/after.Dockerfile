FROM python:3.12-slim AS shop
RUN pip install --no-cache-dir flask && mkdir -p /etc/shop
COPY shop.py /srv/
CMD ["python", "/srv/shop.py"]
