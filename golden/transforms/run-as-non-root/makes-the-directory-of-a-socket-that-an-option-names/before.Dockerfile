FROM python:3.11
WORKDIR /srv/shop
COPY . .
RUN pip install uvicorn fastapi
CMD ["uvicorn", "shop:app", "--uds", "/run/shop/shop.sock"]
