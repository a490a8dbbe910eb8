FROM php:8.3-fpm
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY --chown=www-data:www-data . /app
WORKDIR /app
RUN composer install --no-dev
