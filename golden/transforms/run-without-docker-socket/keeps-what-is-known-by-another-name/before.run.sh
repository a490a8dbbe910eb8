#!/bin/sh
docker run -d --name runner -v /var/run/docker.sock:/var/run/docker.sock gitlab/gitlab-runner:v17.5.0
docker run -d -v /var/run/docker.sock:/var/run/docker.sock code.forgejo.org/forgejo/runner:6.0.1
