FROM nginx:1.27
COPY front.conf /etc/nginx/conf.d/default.conf
