FROM ruby:3.3-slim
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /app
COPY --chown=app:app Gemfile Gemfile.lock ./
RUN bundle install
COPY --chown=app:app . .
EXPOSE 4567
RUN mkdir -p /var/log && chown app:app /app /var/log
USER 10001:10001
CMD ["bundle", "exec", "ruby", "app.rb", "-o", "0.0.0.0"]
