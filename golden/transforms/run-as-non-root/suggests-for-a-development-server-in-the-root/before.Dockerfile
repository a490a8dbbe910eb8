# Without WORKDIR its files lie in /, where vite writes vite.config.js.timestamp-*.mjs each time it starts.
FROM node:22-slim
COPY . .
RUN npm install
CMD ["npm", "run", "dev"]
