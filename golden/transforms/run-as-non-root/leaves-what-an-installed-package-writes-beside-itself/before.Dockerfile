FROM python:3.11
WORKDIR /srv/shop
COPY . .
RUN pip install .[web]
WORKDIR /srv/data
CMD ["python", "-m", "shop.till"]
