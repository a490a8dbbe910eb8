FROM ruby:3.3
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /app
COPY --chown=app:app . .
EXPOSE 3000
RUN mkdir -p /data/store && chown app:app /app /data/store
USER 10001:10001
CMD ["ruby", "app.rb"]
