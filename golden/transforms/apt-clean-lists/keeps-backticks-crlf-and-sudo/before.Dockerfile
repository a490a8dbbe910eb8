# escape=`
FROM debian:bookworm
RUN adduser shop
USER shop
RUN sudo apt-get update && `
    # the init of the container
    sudo apt-get install -y tini
