FROM node:22
RUN npm ci
ENTRYPOINT ["sh", "-c", "npm install --offline && exec node shop.js"]
