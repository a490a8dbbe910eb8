#!/bin/sh
apt-get update && apt-get install -y "$LANGUAGE_PACK"
