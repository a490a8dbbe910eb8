FROM node:20
WORKDIR /app
COPY --chown=node:node package.json ./
RUN --mount=type=cache,target=/root/.npm npm install
COPY --chown=node:node . .
RUN --mount=type=cache,target=/app/.next/cache npm run build
EXPOSE 3000
RUN mkdir -p /app/.next && chown node:node /app && chown -R node:node /app/.next
USER 1000:1000
CMD ["next", "start"]
