FROM debian:12
# fetch what is new
ENV MODE=prod
RUN apt-get update && apt-get install -y curl
