FROM node:20
CMD ["npm", "run", "dev"]
HEALTHCHECK CMD true
ENTRYPOINT ["tini"]
HEALTHCHECK --interval=5m CMD ["node", "check.js"]
ENTRYPOINT ["tini", "--"]
CMD ["node", "server.js"]
