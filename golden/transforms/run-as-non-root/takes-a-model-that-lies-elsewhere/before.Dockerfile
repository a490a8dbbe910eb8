FROM python:3.12-slim
ENV HF_HOME=/opt/hf
WORKDIR /app
COPY . .
RUN pip install --no-cache-dir transformers fastapi uvicorn
RUN python setup/fetch.py
EXPOSE 8000
CMD ["uvicorn", "main:app"]
