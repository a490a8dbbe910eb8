FROM archlinux:latest
RUN <<EOF
set -e
pacman -Syu --noconfirm tini; rm -rf /var/cache/pacman/pkg/*
touch /done
EOF
