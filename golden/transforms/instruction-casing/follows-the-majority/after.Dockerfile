FROM golang:1.23 AS build
RUN go build ./...
FROM debian:bookworm
COPY --from=build /go/app /app
CMD ["/app"]
