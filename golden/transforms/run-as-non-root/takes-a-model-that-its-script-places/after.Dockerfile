FROM python:3.12-slim
WORKDIR /app
RUN pip install --no-cache-dir huggingface_hub flask
COPY . .
RUN python fetch.py
EXPOSE 8000
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app \
    && chown -R app:app /app
USER 10001:10001
CMD ["python", "app.py"]
