#!/bin/sh
# mkdir /unused
mkdir -p /ledger/books
exec node server.js
