FROM elixir:1.16 AS build
WORKDIR /app
COPY . .
RUN mix deps.get && MIX_ENV=prod mix release

FROM debian:12-slim
WORKDIR /app
COPY --from=build /app/_build/prod/rel/a ./
EXPOSE 4000
CMD ["/app/bin/a", "start"]
