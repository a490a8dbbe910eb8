FROM php:8.3
RUN --mount=type=cache,target=/tmp/cache composer install
RUN composer install --no-cache
ENV COMPOSER_CACHE_DIR=/dev/null
RUN composer update
