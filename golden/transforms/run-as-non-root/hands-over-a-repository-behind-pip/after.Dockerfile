FROM python:3.11
WORKDIR /srv/shop
COPY . .
RUN pip install .
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app \
    && chown -R app:app /srv/shop
USER 10001:10001
CMD ["python", "shop.py"]
