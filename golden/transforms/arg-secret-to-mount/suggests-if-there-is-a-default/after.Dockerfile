# syntax=docker/dockerfile:1
FROM alpine:3.20
RUN --mount=type=secret,id=db_password,env=DB_PASSWORD ./setup --password "$DB_PASSWORD"
