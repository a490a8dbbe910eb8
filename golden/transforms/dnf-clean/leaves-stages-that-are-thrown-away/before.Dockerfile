FROM fedora:42 AS build
RUN dnf -y install gcc
FROM fedora:42
RUN dnf -y install curl
COPY --from=build /usr/bin/gcc /usr/bin/gcc
