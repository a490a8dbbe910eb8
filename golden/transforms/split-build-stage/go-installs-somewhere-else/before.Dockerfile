FROM golang:1.24-bookworm
ENV GOBIN=/opt/bin
ENV PATH=$PATH:$GOBIN
WORKDIR /go/src/hello
COPY go.mod main.go ./
RUN go install .
CMD ["hello"]
