FROM node:22
RUN yarn global add serve && yarn cache clean
RUN yarn install --frozen-lockfile --production && yarn cache clean && yarn build
