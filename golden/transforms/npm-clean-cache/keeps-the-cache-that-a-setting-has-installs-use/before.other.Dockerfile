FROM node:22
RUN npm install -g prettier
RUN npm config set fund false && npm config set offline false
RUN npm install -g eslint
