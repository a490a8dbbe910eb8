FROM python:3.11
WORKDIR /srv/shop
COPY . .
RUN pip install click
CMD ["python", "shop.py", "-o", "/pages", "--settings", "/etc/shop.yml", "--theme", "/srv/shop/theme"]
