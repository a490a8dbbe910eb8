FROM debian:12 AS lists
RUN apt-get update
FROM debian:12
COPY --from=lists /var/lib/apt/lists /var/lib/apt/lists
RUN apt-get install -y curl
FROM lists AS more
RUN apt-get update && apt-get install -y git
