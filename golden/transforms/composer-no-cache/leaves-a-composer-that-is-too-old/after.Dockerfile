FROM ubuntu:18.04 AS of-the-distribution
RUN apt-get update && apt-get install -y composer
RUN composer create-project acme/shop /srv/shop

FROM php:7.4-cli-buster AS of-the-project
RUN curl -sS https://getcomposer.org/installer | php -- --install-dir=/usr/local/bin --filename=composer
RUN composer create-project --no-cache acme/shop /srv/shop

FROM php:7.4-cli-buster AS asked-for
ENV COMPOSER_VERSION=1.8.6
COPY composer-setup.sh .
RUN ./composer-setup.sh && composer create-project acme/shop /srv/shop
