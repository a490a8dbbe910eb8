FROM golang:1.24
WORKDIR /src
COPY go.mod main.go ./
RUN CGO_ENABLED=0 go build -o server .
CMD ["./server"]
