FROM ruby:3.3
WORKDIR /srv
COPY . .
EXPOSE 3000
CMD ["puma", "-C", "puma.rb"]
