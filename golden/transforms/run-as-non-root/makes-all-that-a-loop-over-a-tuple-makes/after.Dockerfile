FROM python:3.11
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /shop
COPY --chown=app:app . .
RUN mkdir -p /bills/open /orders/open /out \
    && chown app:app /shop /bills/open /orders/open /out
USER 10001:10001
CMD ["python", "shop.py"]
