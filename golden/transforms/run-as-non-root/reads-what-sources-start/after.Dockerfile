FROM python:3.12
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /app
COPY --chown=app:app . .
RUN mkdir -p /audit /var/thumbs && chown app:app /app /audit /var/thumbs
USER 10001:10001
CMD ["python", "main.py"]
