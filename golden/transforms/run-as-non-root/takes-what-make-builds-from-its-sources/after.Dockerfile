FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc make
WORKDIR /srv/count
COPY . .
RUN make
EXPOSE 7000
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app \
    && touch /var/log/count.log \
    && chown app:app /var/log/count.log \
    && chown -R app:app /srv/count
USER 10001:10001
CMD ["./count"]
