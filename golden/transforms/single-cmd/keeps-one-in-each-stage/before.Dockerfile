FROM node:20 AS base
CMD ["npm", "test"]
FROM base
ENTRYPOINT ["tini", "--"]
CMD ["node", "server.js"]
