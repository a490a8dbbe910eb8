FROM composer:1.10
RUN composer install
