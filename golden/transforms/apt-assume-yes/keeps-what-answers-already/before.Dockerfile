FROM debian:12
RUN apt-get update && apt-get -y install curl && apt-get install -qq git && apt-get install --yes vim
RUN yes | apt-get install nano
