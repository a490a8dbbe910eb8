FROM node:20
WORKDIR /app
COPY --chown=node:node . .
EXPOSE 3000
RUN mkdir -p /archive /ledger/books \
    && chown node:node /app /archive /ledger/books
USER 1000:1000
ENTRYPOINT ["./begin.sh"]
