FROM debian:bookworm
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
RUN apt-get update && apt-get install -y gcc make
WORKDIR /srv/count
COPY --chown=app:app . .
RUN make
EXPOSE 7000
RUN mkdir -p /var/log && chown app:app /srv/count /var/log
USER 10001:10001
CMD ["./count"]
