FROM python:3.12-slim
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /srv/shop
COPY --chown=app:app . .
RUN pip install --no-cache-dir gunicorn
RUN mkdir -p /run/shop /var/log/shop \
    && chown app:app /srv/shop /run/shop /var/log/shop
USER 10001:10001
CMD ["gunicorn", "-c", "gunicorn.conf.py", "shop:app"]
