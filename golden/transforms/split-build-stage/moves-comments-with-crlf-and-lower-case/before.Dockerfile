from golang:1.24-bookworm

# The port that
# the service has
expose 8080

# Who runs it
cmd ["/srv/hello"]

env CGO_ENABLED=0 \
# inside
    LANG=C.UTF-8
workdir /src
copy go.mod main.go ./
run go build \
    # where it goes
    -o /srv/hello .