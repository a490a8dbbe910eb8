FROM debian:bookworm
# what the application needs
RUN apt-get update && \
    apt-get install -y --no-install-recommends \
      nano \
      curl ca-certificates vim \
      tcpdump strace \
      libpq5 \
      # to look around
      htop \
      net-tools telnet \
      nmap && \
    rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
CMD ["/app", "serve"]
