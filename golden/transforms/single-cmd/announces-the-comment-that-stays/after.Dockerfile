FROM node:22-slim
# for development
WORKDIR /app
CMD ["node", "a.js"]
