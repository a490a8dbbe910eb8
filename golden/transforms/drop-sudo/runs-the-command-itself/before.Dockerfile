FROM debian:bookworm
RUN sudo apt-get update && sudo -E make install && sudo FOO=1 ./configure
