FROM node:20
RUN usermod --uid 2000 node
USER node
CMD ["/bin/true"]
