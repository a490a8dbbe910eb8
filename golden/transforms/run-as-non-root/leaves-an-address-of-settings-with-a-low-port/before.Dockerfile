FROM python:3.11
WORKDIR /srv/shop
COPY . .
CMD ["python", "shop.py"]
