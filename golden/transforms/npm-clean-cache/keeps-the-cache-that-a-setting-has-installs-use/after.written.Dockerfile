FROM node:22
RUN npm install -g prettier
RUN echo "prefer-offline = true" >> ~/.npmrc
RUN npm install -g eslint && npm cache clean --force
