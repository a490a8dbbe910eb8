FROM golang:1.22
WORKDIR /srv/shop
COPY . .
RUN go build -o shop .
CMD ["./shop"]
