FROM node:22-slim
COPY site /site
USER node
CMD ["npx", "--yes", "serve", "/site"]
