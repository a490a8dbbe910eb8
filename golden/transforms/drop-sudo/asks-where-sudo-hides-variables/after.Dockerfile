FROM node:20
RUN apt-get update && apt-get install -y sudo
WORKDIR /app
RUN chown -R node /app
ENV NODE_ENV=production
COPY . .
RUN npm ci && npm run build
RUN npm prune
FROM python:3.12
RUN export PIP_INDEX_URL=https://packages.example.com/simple && pip install gunicorn
RUN rm -rf /root/.cache
