#!/bin/sh
set -e
# ~/ is the home of postgres
echo "*:*:*:shop:x" > ~/.pgpass
