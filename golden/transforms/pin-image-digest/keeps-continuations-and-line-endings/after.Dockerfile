# escape=`
FROM `
  node`
:20@sha256:1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c `
  AS build
RUN --mount=type=bind,`
# the tool
from=busybox:1.36@sha256:7e907e907e907e907e907e907e907e907e907e907e907e907e907e907e907e90,target=/x true
