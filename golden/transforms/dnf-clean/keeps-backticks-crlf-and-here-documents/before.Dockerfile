# escape=`
FROM rockylinux:9
RUN yum install -y `
      # the init
      tini
RUN <<EOF
yum install -y less
EOF
