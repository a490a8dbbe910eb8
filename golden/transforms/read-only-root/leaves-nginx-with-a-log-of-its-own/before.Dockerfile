FROM node:20 AS build
WORKDIR /app
COPY . .
RUN yarn build

FROM nginx:1.25-alpine
RUN mkdir -p /data/log
COPY --from=build /app/nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /app/dist /usr/share/nginx/html
