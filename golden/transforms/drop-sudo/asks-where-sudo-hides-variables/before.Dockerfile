FROM node:20
RUN apt-get update && apt-get install -y sudo
WORKDIR /app
RUN sudo chown -R node /app
ENV NODE_ENV=production
COPY . .
RUN sudo npm ci && npm run build
RUN sudo -E npm prune
FROM python:3.12
RUN export PIP_INDEX_URL=https://packages.example.com/simple && sudo pip install gunicorn
RUN sudo rm -rf /root/.cache
