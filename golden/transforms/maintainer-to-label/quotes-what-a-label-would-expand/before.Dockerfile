FROM alpine:3.20
MAINTAINER "Ada" $USER \o/ <ada@example.org>
