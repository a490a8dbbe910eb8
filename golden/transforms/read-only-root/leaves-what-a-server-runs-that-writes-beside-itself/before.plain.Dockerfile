FROM php:8.3-apache
COPY pages/ /var/www/html/
