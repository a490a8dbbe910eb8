FROM debian:13
RUN apt-get update && su -c "apt-get install -y git"
RUN eval "apt-get install -y git"
RUN su - -c 'apt-get install -y git' root
RUN su postgres -c "createdb shop"
