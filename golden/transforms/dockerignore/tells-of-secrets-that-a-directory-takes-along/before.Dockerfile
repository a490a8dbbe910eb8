FROM debian:12
COPY conf /etc/shop
COPY . /srv/shop
CMD ["python3", "/srv/shop/shop.py"]
