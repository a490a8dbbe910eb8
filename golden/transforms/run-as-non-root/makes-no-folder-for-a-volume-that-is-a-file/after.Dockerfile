FROM ruby:3.3
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /srv/shop
COPY --chown=app:app . .
RUN chown app:app /srv/shop
USER 10001:10001
VOLUME /srv/shop/shop.yml
CMD ["ruby", "shop.rb"]
