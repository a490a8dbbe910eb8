FROM node:22-slim
# for development
CMD ["node", "--watch", "a.js"]
WORKDIR /app
CMD ["node", "a.js"]
