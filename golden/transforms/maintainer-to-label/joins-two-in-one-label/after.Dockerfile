FROM debian:12
LABEL org.opencontainers.image.authors="Ada <ada@example.org>, Bert <bert@example.org>"
RUN echo hello
# who came later
CMD ["sleep", "1"]
