FROM node:20
LABEL org.opencontainers.image.authors="Ann"
CMD ["x"]
