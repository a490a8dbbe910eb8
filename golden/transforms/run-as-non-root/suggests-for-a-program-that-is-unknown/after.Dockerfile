FROM debian:bookworm
RUN apt-get update && apt-get install -y --no-install-recommends weatherd && rm -rf /var/lib/apt/lists/*
EXPOSE 80
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
USER 10001:10001
CMD ["weatherd", "--foreground"]
