FROM node:22
WORKDIR /app
COPY . .
RUN yarn \
 # build
 && yarn build
