FROM python:3.12-slim
WORKDIR /app
RUN mkdir -p /opt/unpack /opt/keep && touch /opt/unpack/x && rm -rf /opt/unpack
RUN mkdir /srv/build
RUN cd /srv && rm -r build
COPY app.py .
CMD ["python", "app.py"]
