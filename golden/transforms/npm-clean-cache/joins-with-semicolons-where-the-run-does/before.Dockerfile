FROM node:24
RUN set -eux && npm update -g
RUN set -eux; npm install -g a; npm --version
RUN npm install -g b; npm --version
RUN set -ex; \
    npm install -g c && npm run x; \
    npm install -g d
RUN set -ex && npm install -g e; \
    npm run x
