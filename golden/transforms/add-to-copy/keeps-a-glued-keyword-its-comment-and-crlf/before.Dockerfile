# escape=`
FROM alpine:3.20
A`
DD conf `
  # where it goes
  /app/