FROM debian:bullseye
FROM node:24
FROM example/app:1
