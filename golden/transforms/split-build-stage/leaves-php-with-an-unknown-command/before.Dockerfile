FROM php:8.3-fpm
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
RUN curl -fsSL https://example.com/agent.tar.gz | tar xz -C /opt
WORKDIR /app
COPY . .
RUN composer install --no-dev
