FROM php:8.2-fpm
COPY socket.conf /usr/local/etc/php-fpm.d/zz-socket.conf
