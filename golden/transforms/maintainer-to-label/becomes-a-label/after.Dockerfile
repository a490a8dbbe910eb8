FROM node:20
LABEL org.opencontainers.image.authors="Ann Example <ann@example.com>"
CMD ["x"]
