FROM centos:7
RUN yum install -y curl; \
  # one more
  yum -y install git \
  && yum clean all
FROM registry.access.redhat.com/ubi9-minimal:9.4
RUN microdnf install -y tar && microdnf clean all
