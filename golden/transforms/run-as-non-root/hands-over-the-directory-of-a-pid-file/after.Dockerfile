FROM python:3.12-slim
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /app
RUN pip install --no-cache-dir gunicorn
COPY --chown=app:app . .
RUN mkdir -p /run /var/log && chown app:app /app /run /var/log
USER 10001:10001
CMD ["gunicorn", "app:app"]
