FROM app:dev
COPY --from=postgres:15@sha256:f7e8f7e8f7e8f7e8f7e8f7e8f7e8f7e8f7e8f7e8f7e8f7e8f7e8f7e8f7e8f7e8 /a /b
