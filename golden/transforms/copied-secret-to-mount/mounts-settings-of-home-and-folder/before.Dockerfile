FROM node:20
WORKDIR /app
COPY .npmrc /root/.npmrc
COPY .npmrc ./
COPY package.json .
RUN npm install
RUN rm /root/.npmrc .npmrc
CMD ["node", "x.js"]
