FROM python:3.11
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
COPY --chown=app:app . /srv/shop
RUN pip install --editable /srv/shop
RUN mkdir -p /srv/shop/shop && chown app:app /srv/shop/shop
USER 10001:10001
CMD ["python", "-m", "shop.till"]
