FROM python:3.12
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /app
COPY --chown=app:app . .
EXPOSE 3000
RUN mkdir -p /var/log && chown app:app /app /var/log
USER 10001:10001
CMD ["python", "app.py"]
