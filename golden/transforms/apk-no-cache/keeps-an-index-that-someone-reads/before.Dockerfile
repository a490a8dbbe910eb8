FROM alpine:3.20
RUN apk update && apk search -q tini > /tmp/found
RUN sh -c "apk add tini"
