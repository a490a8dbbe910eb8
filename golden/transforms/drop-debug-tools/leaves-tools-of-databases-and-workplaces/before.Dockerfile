FROM debian:bookworm AS database
RUN apt-get update && apt-get install -y --no-install-recommends mariadb-server socat && rm -rf /var/lib/apt/lists/*
USER mysql
CMD ["mariadbd", "--console"]
