#!/bin/sh
for part in ground batch; do
  podman build --tag "example/$part" .
done
podman build --tag example/ground .
