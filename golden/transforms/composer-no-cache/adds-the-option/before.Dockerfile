FROM php:8.3
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
RUN composer install --no-dev && composer global require shop/tool
