FROM opensuse/leap:15.6
RUN zypper -n refresh && zypper -n install tini && zypper -n in less && touch /done
