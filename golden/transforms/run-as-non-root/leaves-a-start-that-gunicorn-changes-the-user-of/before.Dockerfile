FROM python:3.12
WORKDIR /app
COPY . .
CMD ["gunicorn", "-c", "gunicorn.conf.py", "app:app"]
