FROM node:24
RUN npm install -g a && rm -rf "$(npm config get cache)"
RUN C=$(npm config get cache); npm install -g b; rm -rf "$C"
RUN npm install -g c && rm -rf `npm config get cache`/_cacache
RUN npm install -g d && rm -rf "$(mktemp -d)"
