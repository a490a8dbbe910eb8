FROM golang:1.22
WORKDIR /srv/echo
COPY . .
RUN go mod download && go build -o echo .
EXPOSE 8080
CMD ["./echo"]
