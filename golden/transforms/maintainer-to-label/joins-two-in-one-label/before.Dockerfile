FROM debian:12
MAINTAINER Ada <ada@example.org>
RUN echo hello
# who came later
MAINTAINER "Bert <bert@example.org>"
MAINTAINER Ada <ada@example.org>
CMD ["sleep", "1"]
