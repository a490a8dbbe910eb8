FROM debian:12-slim
RUN <<EOF bash
set -eux
apt-get update
apt-get install -y --no-install-recommends jq
EOF
RUN sh -ex <<-'EOF'
	apt-get update
	apt-get install -y --no-install-recommends jq
EOF
RUN cat <<EOF > /etc/motd
apt-get install -y jq
EOF
RUN bash -c "cat" <<EOF
apt-get install -y jq
EOF
RUN python3 <<EOF
print("apt-get install -y jq")
EOF
