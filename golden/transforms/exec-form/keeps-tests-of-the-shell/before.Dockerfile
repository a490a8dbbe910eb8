FROM node:22-slim
RUN [ "$A" = "b" ] || echo no
RUN [[ -f /x ]] && echo yes
RUN [ -f /y ]
HEALTHCHECK CMD [ -f /tmp/ready ]
CMD ["node", "server.js"]
