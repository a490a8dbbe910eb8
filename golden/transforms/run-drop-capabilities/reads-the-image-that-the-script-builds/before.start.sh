#!/bin/sh
docker build -t example/jobs jobs
docker run -d --restart=always --name jobs example/jobs
