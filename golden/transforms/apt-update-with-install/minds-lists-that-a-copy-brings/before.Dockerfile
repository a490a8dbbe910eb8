FROM ubuntu:24.04 AS lists
RUN apt-get update
FROM ubuntu:24.04
COPY --from=lists /var/lib/apt/lists /var/lib/apt/lists
RUN apt-get install -y --no-install-recommends curl
RUN useradd app
WORKDIR /home/app
USER app
CMD ["curl", "https://example.com"]
