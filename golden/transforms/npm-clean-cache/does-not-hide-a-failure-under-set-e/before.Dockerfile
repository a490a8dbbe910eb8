FROM node:22
RUN set -ex; \
    # all of it
    npm ci; \
    npm run build
RUN <<EOF
set -e
npm ci --omit=dev
npm prune
EOF
