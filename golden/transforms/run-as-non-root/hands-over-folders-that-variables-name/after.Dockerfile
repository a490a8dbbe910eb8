FROM python:3.12
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
ENV SHOP=/srv/shop
RUN mkdir -p $SHOP/spool "${SHOP}/src"
WORKDIR $SHOP/src
COPY --chown=app:app src .
RUN chown app:app /srv/shop/spool /srv/shop/src
USER 10001:10001
CMD ["python3", "main.py"]
