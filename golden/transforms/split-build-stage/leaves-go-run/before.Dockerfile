FROM golang:1.24
WORKDIR /src
COPY . .
RUN go build ./...
CMD ["go", "run", "main.go"]
