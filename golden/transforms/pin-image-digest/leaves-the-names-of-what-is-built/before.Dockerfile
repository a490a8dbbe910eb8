FROM app:dev
COPY --from=postgres:15 /a /b
