FROM elixir:1.16 AS build
WORKDIR /app
COPY . .
RUN mix deps.get && MIX_ENV=prod mix release

FROM debian:12-slim
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /app
COPY --from=build --chown=app:app /app/_build/prod/rel/a ./
EXPOSE 4000
RUN chown app:app /app
USER 10001:10001
CMD ["/app/bin/a", "start"]
