from golang:1.24-bookworm as build

env CGO_ENABLED=0 \
# inside
    LANG=C.UTF-8
workdir /src
copy go.mod main.go ./
run go build \
    # where it goes
    -o /srv/hello .

from gcr.io/distroless/static-debian12:nonroot
# The port that
# the service has
expose 8080
env CGO_ENABLED=0 \
# inside
    LANG=C.UTF-8
workdir /src
copy --from=build /srv/hello /srv/hello
# Who runs it
cmd ["/srv/hello"]