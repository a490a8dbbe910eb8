FROM postgres:16
COPY home/pass.sh /docker-entrypoint-initdb.d/
