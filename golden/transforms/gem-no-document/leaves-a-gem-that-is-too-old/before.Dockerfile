FROM debian:wheezy AS old
RUN apt-get update && apt-get install -y rubygems && gem install compass

FROM centos:6 AS old-as-well
RUN yum install -y rubygems && gem install compass

FROM ubuntu:14.04 AS brought-by-others
RUN \curl -sSL https://get.rvm.io | bash
RUN bash -lc "rvm install 2.6"
RUN gem install compass
