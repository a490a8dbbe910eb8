FROM python:3.12-slim
WORKDIR /app
COPY . .
RUN pip install --no-cache-dir -r requirements.txt && chmod +x prefetch.sh && ./prefetch.sh
EXPOSE 8000
CMD ["uvicorn", "main:app"]
