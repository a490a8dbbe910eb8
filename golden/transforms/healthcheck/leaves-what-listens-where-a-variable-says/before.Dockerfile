FROM nginx:1.27
COPY shop.conf.template /etc/nginx/templates/default.conf.template
