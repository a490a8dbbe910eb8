#!/bin/sh
set -e
install -d /var/lib/postgresql/exports
