FROM python:3.12-slim
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
COPY --chown=app:app app.py /app/
RUN mkdir -p /data /data/new && chown app:app /data /data/new
# what users send
VOLUME /data
RUN mkdir -p /data/new
WORKDIR /app
COPY --chown=app:app static static
RUN chown app:app /app
USER 10001:10001
CMD ["python", "app.py"]
