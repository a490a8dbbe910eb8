FROM example/base AS one
RUN apt-get update && apt-get install -y --no-install-recommends weather && rm -rf /var/lib/apt/lists/*
FROM example/base
RUN make install
CMD ["weather"]
