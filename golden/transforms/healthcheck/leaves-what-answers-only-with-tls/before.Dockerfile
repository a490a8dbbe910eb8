FROM nginx:1.27
COPY tls.conf /etc/nginx/conf.d/default.conf
EXPOSE 443
