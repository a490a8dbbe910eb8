FROM debian:bookworm
RUN apt update && \
    # all that is new
    apt upgrade -y
