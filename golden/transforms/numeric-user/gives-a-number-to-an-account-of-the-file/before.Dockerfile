FROM debian:bookworm
RUN useradd --create-home app && mkdir /data
# 10001 is taken by the group of the host
USER app
CMD ["/bin/true"]
