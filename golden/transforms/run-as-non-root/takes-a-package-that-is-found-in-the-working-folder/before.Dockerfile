FROM python:3.11
WORKDIR /srv/shop
COPY . .
RUN pip install .
CMD ["python", "-m", "shop.till"]
