FROM alpine:3.20
RUN apk --no-cache add tini && apk add --no-cache less \
    # a comment
    tree
