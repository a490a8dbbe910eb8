FROM node:20
label org.opencontainers.image.authors="Ann \"the \\\$ boss\" Example"
CMD ["x"]
