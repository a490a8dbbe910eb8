FROM debian:12-slim
RUN ["apt", "install", "-y", "jq"]
RUN ["/bin/bash", "-lc", "apt update && apt install -y jq"]
RUN bash -c 'apt update'
RUN echo one && sh <<EOF
apt update
EOF
RUN echo "apt update" && printf '%s' 'apt install jq'
RUN ["echo", "apt update"]
