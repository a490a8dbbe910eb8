FROM alpine:3.20
WORKDIR /app
COPY .env .
RUN . ./.env && ./build
