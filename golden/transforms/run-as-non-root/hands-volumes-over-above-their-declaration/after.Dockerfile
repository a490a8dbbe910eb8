FROM node:22-slim
RUN mkdir -p /app/uploads && chown node:node /app/uploads
VOLUME ["/app/uploads"]
WORKDIR /app
COPY --chown=node:node package.json app.js ./
RUN npm install --omit=dev
RUN chown node:node /app
USER 1000:1000
CMD ["node", "app.js"]
