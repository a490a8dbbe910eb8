FROM nginx:1.27
COPY site /etc/nginx/conf.d/default.conf
HEALTHCHECK CMD ["curl", "-sS", "-o", "/dev/null", "http://127.0.0.1:8083/"]
