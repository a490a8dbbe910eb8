ARG V
FROM node:${V:-20}
