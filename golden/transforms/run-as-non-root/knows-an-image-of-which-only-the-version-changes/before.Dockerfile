ARG NODE=22
FROM node:${NODE}-slim
WORKDIR /app
COPY shop.js .
CMD ["node", "shop.js"]
