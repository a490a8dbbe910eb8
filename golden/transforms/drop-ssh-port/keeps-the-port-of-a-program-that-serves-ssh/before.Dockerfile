FROM golang:1.25
WORKDIR /src
COPY go.mod main.go ./
RUN go build -o /usr/local/bin/gate .
EXPOSE 22 8080
CMD ["gate"]
