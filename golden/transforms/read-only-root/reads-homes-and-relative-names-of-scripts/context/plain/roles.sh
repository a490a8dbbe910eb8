#!/bin/bash
set -e
cd "$PGDATA"
echo "log_statement = all" > shop.conf
tmp=$(mktemp)
psql <<-EOSQL > "$tmp"
  CREATE USER shop;
EOSQL
