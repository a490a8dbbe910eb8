FROM node:20
COPY --from=busybox:1.36 /bin/sh /bin/sh
