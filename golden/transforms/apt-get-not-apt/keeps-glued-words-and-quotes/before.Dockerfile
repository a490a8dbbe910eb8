FROM debian:12
RUN sudo apt inst\
all -y curl; echo "apt install"
