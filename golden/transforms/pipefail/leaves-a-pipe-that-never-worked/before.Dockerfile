FROM debian:bookworm
RUN curl -fsSL https://example.com/install.sh | bash
