FROM node:20
WORKDIR /app
COPY package.json ./
RUN --mount=type=cache,target=/root/.npm npm install
COPY . .
RUN --mount=type=cache,target=/app/.next/cache npm run build
EXPOSE 3000
CMD ["next", "start"]
