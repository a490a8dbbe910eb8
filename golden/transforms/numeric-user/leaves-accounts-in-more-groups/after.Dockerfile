FROM node:20
RUN usermod -aG audio node
USER 1000
