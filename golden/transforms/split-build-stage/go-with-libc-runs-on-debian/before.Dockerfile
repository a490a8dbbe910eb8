FROM golang:1.24-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends libsqlite3-dev tzdata && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY go.mod go.sum main.go ./
RUN go build -o /srv/hello .
VOLUME /data
CMD ["/srv/hello"]
