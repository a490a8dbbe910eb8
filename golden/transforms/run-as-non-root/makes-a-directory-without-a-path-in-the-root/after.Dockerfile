FROM python:3.11
COPY shop.py /
RUN pip install gunicorn flask
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app \
    && mkdir -p /uploads \
    && chown app:app /uploads
USER 10001:10001
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
