FROM python:3.12-slim
ADD https://github.com/just-containers/s6-overlay/releases/download/v3.1.6.2/s6-overlay-noarch.tar.xz /tmp
RUN apt-get update && apt-get install -y --no-install-recommends xz-utils && tar -C / -Jxpf /tmp/s6-overlay-noarch.tar.xz && rm -rf /var/lib/apt/lists/*
ADD https://github.com/just-containers/s6-overlay/releases/download/v3.1.6.2/s6-overlay-x86_64.tar.xz /tmp
RUN tar -C / -Jxpf /tmp/s6-overlay-x86_64.tar.xz
RUN useradd -u 1000 app
EXPOSE 8080
USER app
CMD ["python", "-m", "http.server", "8080"]
