FROM debian:bookworm AS none
RUN apt-get update && apt-get install -y --no-install-recommends curl
RUN curl -k https://raw.githubusercontent.com/example/app/v1/a -o /a
FROM debian:stretch AS old
RUN apt-get update && apt-get install -y ca-certificates curl
RUN curl -k https://raw.githubusercontent.com/example/app/v1/a -o /a
FROM debian:bookworm AS shown
RUN curl -fsS https://raw.githubusercontent.com/example/app/v1/a -o /a && curl -k https://raw.githubusercontent.com/example/app/v1/b -o /b
FROM debian:bookworm AS gone
RUN apt-get install -y ca-certificates && apt-get purge -y ca-certificates
RUN curl -k https://raw.githubusercontent.com/example/app/v1/a -o /a
FROM example.com/base:1
RUN curl -k https://raw.githubusercontent.com/example/app/v1/a -o /a
