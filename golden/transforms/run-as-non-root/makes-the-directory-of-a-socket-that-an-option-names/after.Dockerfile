FROM python:3.11
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /srv/shop
COPY --chown=app:app . .
RUN pip install uvicorn fastapi
RUN mkdir -p /run/shop && chown app:app /srv/shop /run/shop
USER 10001:10001
CMD ["uvicorn", "shop:app", "--uds", "/run/shop/shop.sock"]
