FROM debian:bookworm
RUN groupadd -g 2000 app && useradd -u 2001 -g app app
USER 2001
