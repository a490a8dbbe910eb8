FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /report .

FROM scratch
COPY --from=build /report /report
USER 65532:65532
ENTRYPOINT ["/report"]
