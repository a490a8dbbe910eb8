FROM python:3.12-slim
WORKDIR /srv
COPY shop.py .
COPY deploy/live.env deploy/.env
RUN chmod 600 deploy/.env
CMD ["python", "shop.py"]
