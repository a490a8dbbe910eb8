# drydock ignore=run-ports-locally # the other office connects
docker run -d \
  -p 5432:5432 \
  postgres:16
docker run -d -p 127.0.0.1:5433:5432 postgres:16
