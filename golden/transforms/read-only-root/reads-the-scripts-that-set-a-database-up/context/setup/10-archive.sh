#!/bin/sh
set -e
mkdir -p /var/lib/postgresql/wal-archive
