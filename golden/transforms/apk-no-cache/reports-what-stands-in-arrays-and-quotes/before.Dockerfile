FROM alpine:3.22
RUN ["apk", "add", "curl"]
RUN sh -c "apk add wget"
