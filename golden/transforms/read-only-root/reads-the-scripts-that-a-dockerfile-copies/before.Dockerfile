FROM postgres:16
COPY setup/ /docker-entrypoint-initdb.d/
