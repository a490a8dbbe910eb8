#!/bin/sh
set -eu
docker run -d -v /:/host registry.example.com/agent:1.4
