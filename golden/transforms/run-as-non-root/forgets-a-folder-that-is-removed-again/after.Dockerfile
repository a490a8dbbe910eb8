FROM python:3.12-slim
WORKDIR /app
RUN mkdir -p /opt/unpack /opt/keep && touch /opt/unpack/x && rm -rf /opt/unpack
RUN mkdir /srv/build
RUN cd /srv && rm -r build
COPY app.py .
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app \
    && chown app:app /opt/keep \
    && chown -R app:app /app
USER 10001:10001
CMD ["python", "app.py"]
