FROM composer:2
RUN composer global require acme/tool
RUN COMPOSER_DISABLE_NETWORK=1 composer global require acme/tool acme/parts
