FROM alpine:3.20
ARG SECRET_KEY
RUN ./build
