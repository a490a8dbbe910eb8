#!/bin/sh
docker compose -f compose.yaml -f shop/app.yaml up -d
