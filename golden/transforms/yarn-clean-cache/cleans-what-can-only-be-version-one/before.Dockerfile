FROM node:22
RUN yarn global add serve
RUN yarn install --frozen-lockfile --production && yarn build
