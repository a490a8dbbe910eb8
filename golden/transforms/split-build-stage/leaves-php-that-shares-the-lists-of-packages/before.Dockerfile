FROM php:8.3-fpm
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
RUN apt-get update && apt-get install -y git
RUN apt-get install -y libzip-dev && docker-php-ext-install zip
WORKDIR /app
COPY . .
RUN composer install --no-dev
