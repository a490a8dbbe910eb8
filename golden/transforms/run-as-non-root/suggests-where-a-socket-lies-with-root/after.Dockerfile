FROM ruby:3.3
WORKDIR /srv
COPY . .
EXPOSE 3000
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
USER 10001:10001
CMD ["puma", "-C", "puma.rb"]
