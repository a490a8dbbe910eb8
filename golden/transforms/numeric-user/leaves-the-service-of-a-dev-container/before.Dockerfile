FROM node:20 AS dev
RUN groupmod -g 1001 node && useradd -m -u 1500 -s /bin/bash dev
USER dev
WORKDIR /app
CMD ["sleep", "infinity"]
