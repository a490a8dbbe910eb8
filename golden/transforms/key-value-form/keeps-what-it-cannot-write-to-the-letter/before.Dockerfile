FROM debian:bookworm
ENV A "quoted" and $VARIABLE
ENV B = c
ENV D \
# the folder of the data
  /data
ENV E=1 F=2
