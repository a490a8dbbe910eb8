FROM python:3.12 AS models
RUN pip install huggingface_hub
RUN python -c "from huggingface_hub import snapshot_download; snapshot_download('a/b')"
FROM python:3.12-slim
WORKDIR /app
COPY --from=models /root/.cache/huggingface /root/.cache/huggingface
COPY . .
EXPOSE 8000
CMD ["python", "app.py"]
