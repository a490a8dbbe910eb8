FROM opensuse/leap:15.6
RUN zypper -n in tini && zypper clean -a
RUN --mount=type=cache,target=/var/cache/zypp zypper -n in less
RUN zypper -n in tree || true
