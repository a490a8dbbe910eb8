FROM node:20
MAINTAINER Ann Example <ann@example.com>
CMD ["x"]
