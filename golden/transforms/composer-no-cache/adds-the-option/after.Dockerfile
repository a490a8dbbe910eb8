FROM php:8.3
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
RUN composer install --no-cache --no-dev && composer global --no-cache require shop/tool
