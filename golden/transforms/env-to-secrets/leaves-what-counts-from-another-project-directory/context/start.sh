#!/bin/sh
cd "$(dirname "$0")" && exec docker compose -f compose.yaml --project-directory deploy up -d
