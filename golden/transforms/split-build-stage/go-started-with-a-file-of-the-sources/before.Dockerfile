FROM golang:1.24-bookworm
COPY . /go/src/hello
WORKDIR /go/src/hello
RUN go install .
CMD ["hello", "--config=/go/src/hello/config.json"]
