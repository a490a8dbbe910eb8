FROM python:3.12-slim
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /app
COPY --chown=app:app . .
EXPOSE 8000
RUN mkdir -p /var/ledger && chown app:app /app /var/ledger
USER 10001:10001
CMD ["python", "app.py"]
