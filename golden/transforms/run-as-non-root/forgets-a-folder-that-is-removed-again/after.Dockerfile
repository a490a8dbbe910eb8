FROM python:3.12-slim
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /app
RUN mkdir -p /opt/unpack /opt/keep && touch /opt/unpack/x && rm -rf /opt/unpack
RUN mkdir /srv/build
RUN cd /srv && rm -r build
COPY --chown=app:app app.py .
RUN chown app:app /app /opt/keep
USER 10001:10001
CMD ["python", "app.py"]
