FROM example/base
RUN apt-get update && apt-get install -y --no-install-recommends weather && rm -rf /var/lib/apt/lists/*
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
USER 10001:10001
ENTRYPOINT ["weather"]
