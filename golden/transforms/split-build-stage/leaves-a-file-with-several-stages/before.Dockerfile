FROM golang:1.24 AS build
WORKDIR /src
COPY go.mod main.go ./
RUN CGO_ENABLED=0 go build -o /server .

FROM golang:1.24
WORKDIR /src
RUN go build ./...
COPY --from=build /server /server
CMD ["/server"]
