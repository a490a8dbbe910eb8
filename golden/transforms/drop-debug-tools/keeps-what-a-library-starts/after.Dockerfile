FROM node:20-slim
RUN apt-get update && apt-get install -y --no-install-recommends lsof net-tools nmap tcpdump \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/probe
COPY . .
RUN npm ci && pip install --no-cache-dir scapy
CMD ["node", "probe.js"]
