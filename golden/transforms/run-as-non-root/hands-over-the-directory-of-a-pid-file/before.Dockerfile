FROM python:3.12-slim
WORKDIR /app
RUN pip install --no-cache-dir gunicorn
COPY . .
CMD ["gunicorn", "app:app"]
