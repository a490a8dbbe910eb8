FROM archlinux:latest
RUN pacman -Sy --noconfirm tini && rm -rf /var/cache/pacman/pkg/*
RUN sudo pacman -U --noconfirm /tmp/a.pkg.tar.zst && sudo rm -rf /var/cache/pacman/pkg/* && true
