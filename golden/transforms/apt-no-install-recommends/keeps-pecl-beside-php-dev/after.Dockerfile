FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends php-cli php-dev php-pear && rm -rf /var/lib/apt/lists/*
RUN pecl install apcu
