#!/bin/sh
PGPASSWORD="$POSTGRES_PASSWORD" psql -U postgres -c "create role app"
