FROM node:22
WORKDIR /app
COPY package.json package-lock.json ./
RUN cd /tmp/tool && npm ci && npm cache clean --force && npm run build && rm -rf /tmp/tool
RUN npm install -g pm2 && npm install -g serve && npm cache clean --force
RUN sudo -E npm install -g shop && sudo -E npm cache clean --force
