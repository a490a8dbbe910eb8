FROM registry.access.redhat.com/ubi9-minimal:9.4
RUN microdnf install -y tar && microdnf clean all
