FROM node:20
HEALTHCHECK --interval=5m CMD ["node", "check.js"]
ENTRYPOINT ["tini", "--"]
CMD ["node", "server.js"]
