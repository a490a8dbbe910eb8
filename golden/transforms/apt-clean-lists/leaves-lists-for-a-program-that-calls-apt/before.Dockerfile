FROM ocaml/opam:debian-12
USER root
RUN apt-get update && apt-get install -y pkg-config
USER opam
RUN opam install --yes conf-libev
