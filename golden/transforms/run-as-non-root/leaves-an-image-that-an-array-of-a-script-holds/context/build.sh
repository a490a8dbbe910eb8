#!/bin/bash
options=(--pull --build-arg "FLAVOUR=python:3.13-alpine")
docker build "${options[@]}" .
