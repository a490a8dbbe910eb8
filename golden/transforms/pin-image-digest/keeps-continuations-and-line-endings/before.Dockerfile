# escape=`
FROM `
  node`
:20 `
  AS build
RUN --mount=type=bind,`
# the tool
from=busybox:1.36,target=/x true
