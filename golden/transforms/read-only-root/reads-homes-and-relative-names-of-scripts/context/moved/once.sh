#!/bin/sh
set -e
cd
psql -c "SELECT 1" > once.txt
