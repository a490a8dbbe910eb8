FROM node:20-alpine
WORKDIR /srv/shop
COPY package.json package-lock.json ./
RUN npm ci
COPY prisma prisma
RUN npx prisma generate
COPY . .
EXPOSE 4000
CMD ["npm", "start"]
