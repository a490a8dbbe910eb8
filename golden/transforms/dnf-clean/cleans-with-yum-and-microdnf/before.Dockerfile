FROM centos:7
RUN yum install -y curl; \
  # one more
  yum -y install git
