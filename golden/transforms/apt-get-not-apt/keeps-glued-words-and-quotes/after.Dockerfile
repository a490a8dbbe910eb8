FROM debian:12
RUN sudo apt-get inst\
all -y curl; echo "apt install"
