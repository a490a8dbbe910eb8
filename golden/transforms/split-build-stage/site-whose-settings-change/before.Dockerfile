FROM nginx:1.28
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /site
COPY . .
RUN rm /etc/nginx/conf.d/default.conf && npm ci && npm run build && cp -r dist/. /usr/share/nginx/html/
