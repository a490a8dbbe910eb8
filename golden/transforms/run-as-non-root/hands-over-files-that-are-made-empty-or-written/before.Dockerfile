FROM python:3.11-slim
WORKDIR /app
COPY . .
RUN touch /var/log/mail.log && mkdir /data && echo 1 > /data/counter
CMD ["python", "mail.py"]
