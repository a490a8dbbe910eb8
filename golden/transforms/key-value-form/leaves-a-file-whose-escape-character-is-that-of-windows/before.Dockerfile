# escape=`
ARG BASE
FROM ${BASE}
ENV FOLDER site
