FROM node:22
RUN npm install -g prettier
RUN npm config set offline true && npm install -g prettier eslint && npm cache clean --force
