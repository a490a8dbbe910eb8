FROM node:22-slim
RUN useradd -m app
WORKDIR /opt/app
COPY index.js ./
USER app
CMD ["node", "index.js"]
