ARG V
FROM node:${V:-20@sha256:1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c}
