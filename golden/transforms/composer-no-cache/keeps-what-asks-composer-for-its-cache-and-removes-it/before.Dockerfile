FROM composer:2
RUN composer require a/b && rm -rf "$(composer config cache-dir)"
