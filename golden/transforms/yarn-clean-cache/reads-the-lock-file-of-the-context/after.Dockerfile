FROM node:22
WORKDIR /app
COPY . .
RUN yarn \
 && yarn cache clean \
 # build
 && yarn build
