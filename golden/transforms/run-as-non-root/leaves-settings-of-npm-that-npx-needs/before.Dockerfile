FROM node:20
WORKDIR /app
RUN npm config set registry https://npm.example.com/
COPY . .
CMD ["npx", "serve", "dist"]
