FROM python:3.12
RUN mkdir /certs && openssl req -x509 -newkey rsa:2048 -nodes -keyout /certs/key.pem -out /certs/cert.pem -subj /CN=localhost
WORKDIR /app
COPY . .
EXPOSE 8443
CMD ["python", "app.py"]
