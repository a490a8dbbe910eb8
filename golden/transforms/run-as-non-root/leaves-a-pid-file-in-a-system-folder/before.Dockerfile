FROM python:3.11-slim
WORKDIR /srv/mail
COPY . .
CMD ["python", "mail.py", "--pidfile", "/run/mail.pid"]
