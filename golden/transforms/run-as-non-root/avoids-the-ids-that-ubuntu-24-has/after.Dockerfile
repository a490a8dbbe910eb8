FROM ubuntu:24.04
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
RUN apt-get update && apt-get install -y --no-install-recommends python3 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --chown=app:app . .
RUN chown app:app /app
USER 10001:10001
CMD ["python3", "server.py"]
