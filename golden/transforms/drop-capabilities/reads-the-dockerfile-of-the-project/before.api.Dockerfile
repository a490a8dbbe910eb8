FROM node:20
RUN apt-get update && apt-get install -y gosu
COPY run.sh /
ENTRYPOINT ["/run.sh"]
