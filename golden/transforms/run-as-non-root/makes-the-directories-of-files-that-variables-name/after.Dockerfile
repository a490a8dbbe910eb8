FROM python:3.11
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
ENV DB_PATH=/data/shop.db LOG_FILE=/var/log/shop.log \
    DATABASE_URL=sqlite:////state/orders.db UPLOAD_DIR=/uploads.d
WORKDIR /srv/shop
COPY --chown=app:app . .
RUN mkdir -p /data /state /uploads.d /var/log \
    && chown app:app /srv/shop /data /state /uploads.d /var/log
USER 10001:10001
CMD ["python", "shop.py"]
