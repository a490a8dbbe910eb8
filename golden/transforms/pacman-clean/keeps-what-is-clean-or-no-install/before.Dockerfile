FROM archlinux:latest
RUN pacman -Syu --noconfirm && yes | pacman -Scc
RUN pacman -Ss tini
RUN if true; then pacman -S --noconfirm less; fi
