FROM postgres:16 AS database
EXPOSE 5432
FROM debian:bookworm AS cache
RUN apt-get update && apt-get install -y redis-server
EXPOSE 6379
FROM node:20
EXPOSE 3000 3000/tcp
CMD ["node", "server.js"]
