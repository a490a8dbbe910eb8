FROM debian:bookworm
RUN gem install -N rake && gem install --no-ri --no-rdoc json && gem install --no-ri ox
FROM ruby:3.3
RUN gem install rake
