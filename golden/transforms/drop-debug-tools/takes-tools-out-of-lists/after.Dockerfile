FROM debian:bookworm
# what the application needs
RUN apt-get update && \
    apt-get install -y --no-install-recommends \
      curl ca-certificates \
      libpq5 \
      # to look around
      htop \
      && \
    rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
CMD ["/app", "serve"]
