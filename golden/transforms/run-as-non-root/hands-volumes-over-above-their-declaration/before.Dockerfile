FROM node:22-slim
VOLUME ["/app/uploads"]
WORKDIR /app
COPY package.json app.js ./
RUN npm install --omit=dev
CMD ["node", "app.js"]
