FROM node:24
RUN set -eux && npm update -g && npm cache clean --force
RUN set -eux; npm install -g a; npm cache clean --force; npm --version
RUN npm install -g b; npm cache clean --force; npm --version
RUN set -ex; \
    npm install -g c && npm run x; \
    npm install -g d; \
    npm cache clean --force
RUN set -ex && npm install -g e; \
    npm cache clean --force; \
    npm run x
