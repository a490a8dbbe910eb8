#!/bin/bash
set -e
echo ready > /tmp/ready
cp /docker-entrypoint-initdb.d/roles.sql "$PGDATA/roles.sql"
psql -U "$POSTGRES_USER" -f /docker-entrypoint-initdb.d/roles.sql
