#!/bin/sh
set -eu
docker build -t registry.example.com/agent:1.4 .
docker run -d -v /etc:/etc registry.example.com/agent:1.4
