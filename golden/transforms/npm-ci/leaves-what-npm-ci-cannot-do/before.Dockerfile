FROM node:8
COPY package-lock.json ./
RUN npm install
FROM node:22
COPY package-lock.json ./
RUN npm install left-pad && npm install --no-save
RUN cd web && npm install
FROM node:22
WORKDIR /a
COPY package-lock.json ./
WORKDIR /b
RUN npm install
