FROM nginx:1.27
RUN sed -i 's/80;/8082;/' /etc/nginx/conf.d/default.conf
EXPOSE 8082/tcp
