ARG FLAVOUR=python:3.12-slim
FROM ${FLAVOUR}
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /srv/shop
COPY --chown=app:app shop.py .
RUN chown app:app /srv/shop
USER 10001:10001
CMD ["python", "shop.py"]
