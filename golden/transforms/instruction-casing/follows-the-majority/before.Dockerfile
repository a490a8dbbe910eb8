FROM golang:1.23 as build
run go build ./...
From debian:bookworm
Copy --from=build /go/app /app
CMD ["/app"]
