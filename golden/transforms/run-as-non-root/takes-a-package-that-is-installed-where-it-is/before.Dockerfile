FROM python:3.11
COPY . /srv/shop
RUN pip install --editable /srv/shop
CMD ["python", "-m", "shop.till"]
