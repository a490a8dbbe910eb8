FROM golang:1.24-bookworm
WORKDIR /go/src/hello
COPY go.mod main.go ./
RUN go install .
CMD ["hello"]
