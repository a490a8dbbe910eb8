FROM alpine:3.20 AS build
run wget -qO- https://example.com/key \
    # the key
    | sha256sum -c
COPY . .
FROM alpine:3.20
COPY --from=build /app /app
CMD ["/app"]
