FROM php:8.3
RUN set -e; composer \
  # no tools
  install --no-dev \
  -n
