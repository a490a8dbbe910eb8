FROM php:8.2-fpm
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
# The port of FPM
EXPOSE 9000
RUN composer install --no-dev
RUN php bin/console cache:warmup
CMD ["php-fpm"]
