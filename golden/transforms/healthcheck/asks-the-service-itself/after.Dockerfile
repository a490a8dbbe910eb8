FROM postgres:16
ENV POSTGRES_DB=shop
# the tables
COPY *.sql /docker-entrypoint-initdb.d/
HEALTHCHECK CMD ["pg_isready", "-q"]
