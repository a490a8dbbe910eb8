FROM golang:1.24
WORKDIR /src
COPY go.mod main.go ./
RUN go build -o server . && wget -q https://example.test/data.bin
CMD ["./server"]
