FROM python:3.11
WORKDIR /shop
COPY . .
CMD ["python", "shop.py"]
