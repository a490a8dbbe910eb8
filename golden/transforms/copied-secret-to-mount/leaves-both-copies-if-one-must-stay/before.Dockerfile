FROM node:20 AS a
WORKDIR /app
COPY .npmrc /root/.npmrc
COPY package.json .
RUN npm install
RUN rm /root/.npmrc

FROM node:20
WORKDIR /app
COPY .npmrc ./
COPY package.json .
RUN ["npm", "install"]
CMD ["node", "x.js"]
