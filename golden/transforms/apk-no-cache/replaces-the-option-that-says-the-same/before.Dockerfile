FROM alpine:3.20
RUN apk -U add tini && apk add --update less \
    # a comment
    tree
