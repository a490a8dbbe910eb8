FROM golang:1.24-bookworm
RUN groupadd --gid 10001 app && useradd --uid 10001 --gid app app
RUN mkdir -p /var/lib/shop && chown app:app /var/lib/shop
WORKDIR /src
COPY go.mod main.go ./
RUN <<EOF
export CGO_ENABLED=0
go build -o /srv/shop .
EOF
USER app
CMD ["/srv/shop"]
