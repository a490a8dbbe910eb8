FROM debian:bookworm
ENV JAVA_OPTS   -Xmx512m  -server
ENV GREETING hello $NAME ${OTHER:-you}
LABEL description the server of the shop
