FROM ruby:3.3
WORKDIR /srv
COPY sync.rb .
CMD ["ruby", "sync.rb"]
