FROM debian:12
RUN apt-get update && apt-get install -y curl
# the lists
RUN \
    # they are large
    rm -rf /var/lib/apt/lists/*
CMD ["curl"]
