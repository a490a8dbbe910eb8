FROM python:3.11
ENV LISTEN=:443 SMTP_PORT=25
WORKDIR /srv/shop
COPY . .
CMD ["python", "shop.py"]
