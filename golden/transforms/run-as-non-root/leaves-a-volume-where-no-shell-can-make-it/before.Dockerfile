FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/store .
FROM scratch
COPY --from=build /out/store /store
VOLUME /data
CMD ["/store"]
