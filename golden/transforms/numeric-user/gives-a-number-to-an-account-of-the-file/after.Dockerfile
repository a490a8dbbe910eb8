FROM debian:bookworm
RUN useradd --uid 10002 --create-home app && mkdir /data
# 10001 is taken by the group of the host
USER 10002
CMD ["/bin/true"]
