FROM python:3.12-slim
WORKDIR /srv/shop
COPY . .
CMD ["python", "shop.py"]
