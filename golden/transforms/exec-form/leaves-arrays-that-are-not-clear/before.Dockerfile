FROM node:22-slim
HEALTHCHECK CMD ["curl", "-H", "A: \d", "http://localhost"]
ENTRYPOINT ['node', 'it\'s', "x"]
CMD [node server.js, --flag x]
