FROM debian:12
# fetch what is new
RUN apt-get update
ENV MODE=prod
RUN apt-get install -y curl
