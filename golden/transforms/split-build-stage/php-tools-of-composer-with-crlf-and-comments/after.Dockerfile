FROM php:8.2-fpm AS build
ARG APP_UID=1000
RUN apt-get update && apt-get install -y --no-install-recommends \
    # composer fetches with these
    git \
    libzip-dev \
    unzip \
    && docker-php-ext-install zip \
    && rm -rf /var/lib/apt/lists/*
RUN curl -sS https://getcomposer.org/installer | php -- --install-dir=/usr/local/bin --filename=composer
RUN usermod -u $APP_UID www-data
# The application
WORKDIR /srv/shop
COPY . .
RUN composer install --no-dev

FROM php:8.2-fpm
ARG APP_UID=1000
RUN apt-get update && apt-get install -y --no-install-recommends \
    # composer fetches with these
    libzip-dev \
    && docker-php-ext-install zip \
    && rm -rf /var/lib/apt/lists/*
RUN usermod -u $APP_UID www-data
WORKDIR /srv/shop
# The port of FPM
EXPOSE 9000
COPY --from=build /srv/shop /srv/shop
RUN php bin/console cache:warmup
CMD ["php-fpm"]
