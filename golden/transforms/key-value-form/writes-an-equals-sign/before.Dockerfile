FROM debian:bookworm
ENV LANG C.UTF-8
ENV PATH $PATH:/opt/app/bin
ENV EMPTY ""
ENV OPTIONS a=b
LABEL maintainer jane
