#!/bin/sh
mysql -p"$MYSQL_ROOT_PASSWORD" -e "flush tables"
