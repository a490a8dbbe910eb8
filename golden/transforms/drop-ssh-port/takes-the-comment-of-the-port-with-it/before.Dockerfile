FROM node:20

# for ssh
EXPOSE 22

CMD ["node", "server.js"]
