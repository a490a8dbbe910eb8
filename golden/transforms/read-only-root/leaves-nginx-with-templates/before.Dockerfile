FROM nginx:1.27-alpine
COPY site.conf /etc/nginx/templates/default.conf.template
COPY html /usr/share/nginx/html
ENV PORT=8080
EXPOSE 8080
