FROM python:3.12
RUN openssl genrsa -out /etc/ssl/private/app.pem 2048
WORKDIR /app
COPY . .
EXPOSE 8443
CMD ["python", "app.py"]
