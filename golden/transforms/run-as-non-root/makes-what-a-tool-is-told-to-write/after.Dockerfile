FROM python:3.11
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /srv/shop
COPY --chown=app:app . .
RUN pip install click
RUN mkdir -p /pages && chown app:app /srv/shop /pages
USER 10001:10001
CMD ["python", "shop.py", "-o", "/pages", "--settings", "/etc/shop.yml", "--theme", "/srv/shop/theme"]
