FROM php:8.3-fpm
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /tmp/settings
COPY php.ini .
RUN mv php.ini /usr/local/etc/php/php.ini
WORKDIR /app
COPY . .
RUN composer install --no-dev
