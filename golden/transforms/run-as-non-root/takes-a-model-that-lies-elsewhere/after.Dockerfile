FROM python:3.12-slim
ENV HF_HOME=/opt/hf
WORKDIR /app
COPY . .
RUN pip install --no-cache-dir transformers fastapi uvicorn
RUN python setup/fetch.py
EXPOSE 8000
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app \
    && mkdir -p /opt/hf \
    && chown app:app /opt/hf \
    && chown -R app:app /app
USER 10001:10001
CMD ["uvicorn", "main:app"]
