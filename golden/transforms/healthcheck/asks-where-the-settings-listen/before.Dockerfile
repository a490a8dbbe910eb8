FROM nginx:1.27
RUN rm /etc/nginx/conf.d/*
COPY shop.conf /etc/nginx/conf.d/
COPY site/ /usr/share/nginx/html/
EXPOSE 8081
