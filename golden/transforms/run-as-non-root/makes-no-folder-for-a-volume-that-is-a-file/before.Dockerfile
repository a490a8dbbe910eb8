FROM ruby:3.3
WORKDIR /srv/shop
COPY . .
VOLUME /srv/shop/shop.yml
CMD ["ruby", "shop.rb"]
