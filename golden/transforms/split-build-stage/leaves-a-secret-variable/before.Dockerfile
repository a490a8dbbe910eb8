FROM golang:1.24
WORKDIR /src
ENV API_TOKEN=changed-by-the-operator
COPY go.mod main.go ./
RUN CGO_ENABLED=0 go build -o server .
CMD ["./server"]
