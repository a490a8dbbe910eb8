FROM python:3.11
COPY . /srv/shop
RUN pip install /srv/shop
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
