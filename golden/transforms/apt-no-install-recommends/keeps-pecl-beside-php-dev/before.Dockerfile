FROM debian:12
RUN apt-get update && apt-get install -y php-cli php-dev && rm -rf /var/lib/apt/lists/*
RUN pecl install apcu
