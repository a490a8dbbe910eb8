FROM debian:bookworm
RUN useradd --uid 10001 app
USER 10001
