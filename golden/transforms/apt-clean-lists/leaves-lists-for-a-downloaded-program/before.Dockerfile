FROM ubuntu:24.04
RUN apt-get update && apt-get install -y wget
RUN wget -q https://tools.lighthouse.example/suite-3.run && chmod +x suite-3.run && ./suite-3.run --silent
