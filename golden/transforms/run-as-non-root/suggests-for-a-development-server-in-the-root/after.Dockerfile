# Without WORKDIR its files lie in /, where vite writes vite.config.js.timestamp-*.mjs each time it starts.
FROM node:22-slim
COPY . .
RUN npm install && mkdir -p /node_modules/.vite /node_modules/.vite-temp && chown -R node:node /node_modules/.vite /node_modules/.vite-temp
USER 1000:1000
CMD ["npm", "run", "dev"]
