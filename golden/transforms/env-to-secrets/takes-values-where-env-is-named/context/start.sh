#!/bin/sh
docker compose --env-file .env up -d
docker compose --env-file=./.env exec shop sh
