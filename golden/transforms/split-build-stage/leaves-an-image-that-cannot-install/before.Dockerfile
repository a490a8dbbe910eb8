FROM nginxinc/nginx-unprivileged:1.28
USER root
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm tzdata && rm -rf /var/lib/apt/lists/*
WORKDIR /site
COPY . .
RUN npm ci && npm run build && cp -r dist/. /usr/share/nginx/html/
USER nginx
