FROM debian:bookworm
RUN apt-get update && apt-get install -y ca-certificates curl wget
RUN curl -ksSL https://artifacts.lighthouse.example/tools/lint -o /usr/local/bin/lint
RUN wget --no-check-certificate https://nodejs.org/dist/index.json https://npm.lighthouse.example/index.json
RUN curl -kO https://dl.google.com/go/go1.22.5.linux-amd64.tar.gz
