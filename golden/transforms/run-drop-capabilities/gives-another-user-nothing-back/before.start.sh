#!/bin/sh
docker run -d --name a -u "$(id -u):$(id -g)" example.org/app:1
docker run -d --name b example.org/app:1
docker run -d --name c -u "$USER_ID" postgres:17
