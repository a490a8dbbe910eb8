# escape=`
FROM rockylinux:9
RUN yum install -y `
      # the init
      tini `
      && yum clean all
RUN <<EOF
yum install -y less && yum clean all
EOF
