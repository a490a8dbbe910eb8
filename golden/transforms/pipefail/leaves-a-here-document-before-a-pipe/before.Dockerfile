# syntax=docker/dockerfile:1
FROM debian:bookworm
RUN <<EOF
cat <<LINES | head -n 1
a
b
LINES
EOF
CMD ["/bin/true"]
