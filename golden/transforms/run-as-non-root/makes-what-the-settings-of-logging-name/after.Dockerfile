FROM python:3.11
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /srv/shop
COPY --chown=app:app . .
RUN mkdir -p /var/log && chown app:app /srv/shop /var/log
USER 10001:10001
CMD ["python", "shop.py"]
