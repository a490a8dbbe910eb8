FROM python:3.12-slim
WORKDIR /app
RUN pip install --no-cache-dir huggingface_hub flask
COPY . .
RUN python fetch.py
EXPOSE 8000
CMD ["python", "app.py"]
