FROM php:8.3-fpm
WORKDIR /srv
COPY pages/ public/
RUN chown -R www-data:www-data /srv/storage
