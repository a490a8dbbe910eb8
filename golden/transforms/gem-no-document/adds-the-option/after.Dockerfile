FROM debian:bookworm
RUN gem install --no-document rake && gem update --no-document --system
