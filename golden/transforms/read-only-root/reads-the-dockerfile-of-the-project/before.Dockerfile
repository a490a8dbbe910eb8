FROM node:20
WORKDIR /app
COPY . .
USER node
CMD ["node", "app.js"]
