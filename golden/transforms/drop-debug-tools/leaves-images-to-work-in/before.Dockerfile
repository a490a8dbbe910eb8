FROM debian:bookworm AS base
RUN apt-get update && apt-get install -y vim
FROM base
RUN apt-get install -y nano
CMD ["bash"]
