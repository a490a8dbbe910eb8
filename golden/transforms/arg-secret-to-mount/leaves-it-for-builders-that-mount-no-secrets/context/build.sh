#!/bin/sh
buildah bud --build-arg PIP_TOKEN="$PIP_TOKEN" -t shop .
