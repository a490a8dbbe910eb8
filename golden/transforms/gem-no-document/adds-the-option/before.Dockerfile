FROM debian:bookworm
RUN gem install rake && gem update --system
