FROM python:3.11-slim
COPY services /srv
WORKDIR /srv/billing
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app \
    && chown -R app:app /srv/billing
USER 10001:10001
CMD ["python", "billing.py"]
