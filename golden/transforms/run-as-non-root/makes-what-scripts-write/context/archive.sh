#!/bin/sh
DIR=${ARCHIVE_DIR:-/archive}
tar c /ledger | tee "$DIR/all.tar"
