FROM python:3.12
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /app
COPY --chown=app:app . .
RUN mkdir -p /var/lib/geo && chown app:app /app /var/lib/geo
USER 10001:10001
ENTRYPOINT ["./start.sh"]
