ARG VERSION=3.3
FROM ruby:${VERSION} \
  AS app
CMD ["ruby", "-v"]
