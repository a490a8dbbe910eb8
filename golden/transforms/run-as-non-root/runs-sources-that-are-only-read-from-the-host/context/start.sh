#!/bin/sh
docker build -t hello .
docker run -v "$PWD:/app" -p 3000:3000 hello
