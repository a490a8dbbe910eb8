FROM example/base
RUN apt-get update && apt-get install -y --no-install-recommends weather && rm -rf /var/lib/apt/lists/*
ENTRYPOINT ["weather"]
