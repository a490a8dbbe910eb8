FROM alpine:3.20
label org.opencontainers.image.authors="Ada Lovelace <ada@example.org>"
