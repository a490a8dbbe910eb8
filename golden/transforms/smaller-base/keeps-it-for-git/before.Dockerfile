FROM node:22
WORKDIR /app
RUN git clone https://git.example.com/shop/theme.git
CMD ["node", "server.js"]
