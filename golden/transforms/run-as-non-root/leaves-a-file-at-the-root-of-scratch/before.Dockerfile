FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /shop .

FROM scratch
COPY --from=build /shop /shop
EXPOSE 8080
ENTRYPOINT ["/shop"]
