FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN go build -o /bin/hall .

FROM debian:12-slim
COPY --from=build /bin/hall /usr/local/bin/hall
EXPOSE 8080
CMD ["hall"]
