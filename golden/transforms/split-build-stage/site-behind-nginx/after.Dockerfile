FROM nginx:1.28 AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /site
COPY . .
# The pages come out of a build
RUN npm ci && npm run build && cp -r dist/. /usr/share/nginx/html/

FROM nginx:1.28
WORKDIR /site
COPY --from=build /usr/share/nginx/html /usr/share/nginx/html
COPY site.conf /etc/nginx/conf.d/default.conf
