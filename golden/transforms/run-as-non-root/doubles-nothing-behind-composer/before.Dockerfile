FROM php:8.3-cli
RUN apt-get update && apt-get install -y unzip git && docker-php-ext-install pcntl
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY composer.json composer.lock ./
RUN composer install --no-dev --no-scripts
COPY . .
RUN composer dump-autoload -o
EXPOSE 8080
CMD ["php", "-S", "0.0.0.0:8080", "-t", "public"]
