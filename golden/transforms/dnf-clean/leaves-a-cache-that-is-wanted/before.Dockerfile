FROM fedora:40
RUN dnf install -y --installroot /mnt/root tini
RUN dnf install -y --downloadonly tini
RUN dnf install -y less || true
