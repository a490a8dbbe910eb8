FROM node:22-slim
WORKDIR /srv
COPY shop.js ./
RUN npm install -g forever
EXPOSE 3000 4000
CMD ["forever", "shop.js"]
