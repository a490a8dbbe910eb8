# escape=`
FROM opensuse/leap:15.6
RUN set -e; `
    zypper -n in `
      # the init
      tini; `
    touch /done
