FROM python:3.12
WORKDIR /app
COPY . .
RUN pip install gunicorn
EXPOSE 8000
CMD ["gunicorn", "--access-logfile", "/var/log/web/access.log", "-b", ":8000", "web:app"]
