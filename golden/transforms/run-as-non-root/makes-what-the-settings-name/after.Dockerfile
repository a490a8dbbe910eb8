FROM python:3.12-slim
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /srv/shop
COPY --chown=app:app . .
ENV CACHE_DIR=/var/cache/shop
RUN mkdir -p /media/shop /var/cache/shop /var/log/shop \
    && chown app:app /srv/shop /media/shop /var/cache/shop /var/log/shop
USER 10001:10001
CMD ["python", "manage.py", "runserver"]
