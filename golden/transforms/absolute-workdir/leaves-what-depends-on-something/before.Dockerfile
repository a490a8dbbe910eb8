FROM example.com/base:1
WORKDIR app
WORKDIR /srv/$NAME
WORKDIR child
WORKDIR $HOME
WORKDIR /opt
WORKDIR "with quotes"
WORKDIR app-$VERSION
