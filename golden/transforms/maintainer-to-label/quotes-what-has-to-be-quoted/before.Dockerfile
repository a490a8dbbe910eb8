FROM node:20
maintainer Ann "the \$ boss" Example
CMD ["x"]
