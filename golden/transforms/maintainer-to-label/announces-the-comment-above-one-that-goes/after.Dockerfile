FROM debian:12
LABEL org.opencontainers.image.authors="Ada <ada@example.org>, Bob <bob@example.org>"
# looks after it since spring
