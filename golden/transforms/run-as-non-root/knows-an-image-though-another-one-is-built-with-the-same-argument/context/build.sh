#!/bin/sh
docker build --build-arg FLAVOUR=python:3.13-alpine -f tools/Dockerfile tools
docker build .
