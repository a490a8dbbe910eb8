FROM golang:1.22-bookworm
WORKDIR /src
COPY . .
RUN go build -o /src/files .
EXPOSE 8080
CMD ["/src/files"]
