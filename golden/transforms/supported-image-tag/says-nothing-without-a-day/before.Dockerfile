FROM node:8
