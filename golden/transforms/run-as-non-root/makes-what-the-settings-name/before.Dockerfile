FROM python:3.12-slim
WORKDIR /srv/shop
COPY . .
ENV CACHE_DIR=/var/cache/shop
CMD ["python", "manage.py", "runserver"]
