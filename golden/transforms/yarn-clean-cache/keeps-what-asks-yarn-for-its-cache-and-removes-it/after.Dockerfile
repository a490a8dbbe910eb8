FROM node:24
RUN yarn install --production && rm -rf "$(yarn cache dir)"
RUN yarn install --production && yarn cache clean && ls "$(yarn cache dir)"
