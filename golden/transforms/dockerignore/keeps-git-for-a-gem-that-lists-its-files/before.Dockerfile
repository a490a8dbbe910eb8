FROM ruby:3.2
WORKDIR /srv/shop
COPY . .
RUN gem build shop.gemspec && gem install shop-1.0.gem
CMD ["shop"]
