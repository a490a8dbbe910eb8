FROM python:3.12-slim
RUN useradd --create-home worker
COPY start.sh /start.sh
USER worker
ENTRYPOINT ["/start.sh"]
