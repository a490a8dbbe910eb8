FROM archlinux:latest
RUN pacman -Sy --noconfirm tini
RUN sudo pacman -U --noconfirm /tmp/a.pkg.tar.zst && true
