FROM python:3.12-slim
EXPOSE 8000
# the server
CMD ["gunicorn", "app:app"]
