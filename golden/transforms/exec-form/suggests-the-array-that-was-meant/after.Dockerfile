FROM node:22-slim
RUN ["npm", "ci"]
VOLUME ["/data", "/logs"]
COPY ["a.js", "b.js", "/app/"]
ADD [ "c d.js", "/app/" ]
HEALTHCHECK CMD ["node", "check.js"]
ENTRYPOINT [\
    "/app/run", \
    # how often
    "--x=1" \
]
CMD ["node", "server.js"]
