FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN go build -o /bin/hall .

FROM debian:12-slim
COPY --from=build /bin/hall /usr/local/bin/hall
EXPOSE 8080
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app \
    && mkdir -p /var/lib/hall \
    && chown app:app /var/lib/hall
USER 10001:10001
CMD ["hall"]
