FROM alpine:3.20
RUN apk add --no-cache hugo git
COPY . /site
WORKDIR /site
RUN hugo
CMD ["hugo", "server"]
