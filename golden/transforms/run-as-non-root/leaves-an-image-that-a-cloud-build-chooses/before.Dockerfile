ARG FLAVOUR=python:3.12-slim
FROM ${FLAVOUR}
WORKDIR /srv/shop
COPY shop.py .
CMD ["python", "shop.py"]
