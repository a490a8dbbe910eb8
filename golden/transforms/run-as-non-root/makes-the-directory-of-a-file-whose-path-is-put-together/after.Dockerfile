FROM php:8.3-cli
COPY . /srv
EXPOSE 8080
RUN mkdir -p /srv/state && chown www-data:www-data /srv/state
USER 33:33
CMD ["php", "-S", "0.0.0.0:8080", "-t", "/srv"]
