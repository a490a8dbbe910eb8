FROM golang:1.22
WORKDIR /srv/shop
COPY . .
RUN go build -o shop .
CMD ["./shop", "-orders", "/orders/today.json", "-pictures=/pictures", "-read", "/etc/shop.yml"]
