#!/bin/sh
docker run --rm --network shop_default example.org/migrate:1 --host db
