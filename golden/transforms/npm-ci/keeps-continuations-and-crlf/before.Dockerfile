FROM node:22
WORKDIR /app
COPY ["package.json", "package-lock.json", "./"]
RUN npm \
  # all
  install \
  --no-audit
