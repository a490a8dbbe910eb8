FROM ruby:3.3
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /app
COPY --chown=app:app . .
EXPOSE 3000
RUN mkdir -p /data && chown app:app /app /data
USER 10001:10001
CMD ["ruby", "app.rb"]
