FROM debian:bookworm
RUN sudo -u nobody id && sudo -i id
USER nobody
RUN sudo id
FROM example.com/shop/base:1
RUN sudo id
