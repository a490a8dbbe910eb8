FROM ruby:3.3-slim-bookworm
RUN apt-get update \
    # headers of the database
    && apt-get install -y --no-install-recommends build-essential libpq-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY . .
RUN bundle install
CMD ["bundle", "exec", "puma"]
