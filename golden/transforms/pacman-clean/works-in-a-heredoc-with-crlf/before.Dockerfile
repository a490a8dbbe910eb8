FROM archlinux:latest
RUN <<EOF
set -e
pacman -Syu --noconfirm tini
touch /done
EOF
