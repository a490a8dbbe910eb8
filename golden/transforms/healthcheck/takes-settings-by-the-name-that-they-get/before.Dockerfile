FROM nginx:1.27
COPY site /etc/nginx/conf.d/default.conf
