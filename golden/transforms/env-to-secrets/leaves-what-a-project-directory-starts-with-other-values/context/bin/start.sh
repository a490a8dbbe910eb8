#!/bin/sh
cd "$(dirname "$0")/.." && exec docker compose --project-directory .. -f compose.yaml up -d
