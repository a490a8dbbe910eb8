FROM node:22
RUN set -ex; \
    # all of it
    npm ci; \
    npm cache clean --force; \
    npm run build
RUN <<EOF
set -e
npm ci --omit=dev; npm cache clean --force
npm prune
EOF
