FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/shop .

FROM alpine:3.19
COPY --from=build /out/shop /shop
EXPOSE 8080
ENTRYPOINT ["/shop"]
