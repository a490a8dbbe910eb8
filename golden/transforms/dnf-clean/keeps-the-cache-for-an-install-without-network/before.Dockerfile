FROM fedora:42
RUN dnf -y install gcc
RUN dnf -yC install make
