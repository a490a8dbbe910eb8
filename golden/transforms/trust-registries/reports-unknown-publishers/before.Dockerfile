FROM adoptopenjdk/openjdk11 AS java
FROM ghcr.io/somebody/tool:1
FROM registry.example.com/team/app:1
COPY --from=java /a /b
