FROM node:22-slim
RUN npm install -g puppeteer@23
COPY shot.js /shot.js
USER node
CMD ["node", "/shot.js"]
