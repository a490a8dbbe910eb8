FROM python:3.11-slim
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
COPY --chown=app:app site ./site
WORKDIR /site/web
RUN chown app:app /site/web
USER 10001:10001
CMD ["python", "web.py"]
