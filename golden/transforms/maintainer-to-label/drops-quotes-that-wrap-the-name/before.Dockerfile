FROM alpine:3.20
maintainer "Ada Lovelace <ada@example.org>"
