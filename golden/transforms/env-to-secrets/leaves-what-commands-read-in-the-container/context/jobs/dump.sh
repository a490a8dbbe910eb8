#!/bin/sh
mariadb-dump --all-databases -uroot -p"$MARIADB_ROOT_PASSWORD"
