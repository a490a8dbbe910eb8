FROM node:22
WORKDIR /app
COPY package.json package-lock.json ./
RUN cd /tmp/tool && npm ci && npm run build && rm -rf /tmp/tool
RUN npm install -g pm2 && npm install -g serve
RUN sudo -E npm install -g shop
