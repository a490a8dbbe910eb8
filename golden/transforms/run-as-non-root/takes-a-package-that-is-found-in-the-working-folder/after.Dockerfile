FROM python:3.11
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /srv/shop
COPY --chown=app:app . .
RUN pip install .
RUN chown app:app /srv/shop
USER 10001:10001
CMD ["python", "-m", "shop.till"]
