# escape=`
FROM alpine:3.20
COPY conf `
  # where it goes
  /app/