FROM alpine:3.20 AS build
ENV API_TOKEN=hjk34h5KJHsd
RUN ./fetch "$API_TOKEN"
FROM alpine:3.20
COPY --from=build /a /a
