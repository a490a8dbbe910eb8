FROM debian:bookworm
RUN apt-get update && apt-get install -y ca-certificates curl wget
RUN curl -sSL https://artifacts.lighthouse.example/tools/lint -o /usr/local/bin/lint
RUN wget https://nodejs.org/dist/index.json https://npm.lighthouse.example/index.json
RUN curl -O https://dl.google.com/go/go1.22.5.linux-amd64.tar.gz
