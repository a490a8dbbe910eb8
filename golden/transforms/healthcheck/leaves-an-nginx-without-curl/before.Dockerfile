FROM nginx:1.17-alpine
COPY site/ /usr/share/nginx/html/
