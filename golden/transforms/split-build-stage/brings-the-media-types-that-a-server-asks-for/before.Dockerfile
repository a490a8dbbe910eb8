FROM golang:1.22-bookworm
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /src/files .
EXPOSE 8080
CMD ["/src/files"]
