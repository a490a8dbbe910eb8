#!/bin/sh
git pull && docker compose up --build
