FROM debian:bookworm
# less => pager of the client
RUN apt-get update && apt-get install -y --no-install-recommends \
      libpq5 less \
# the report calls xxd
      vim-common \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /client /client
CMD ["/client"]
