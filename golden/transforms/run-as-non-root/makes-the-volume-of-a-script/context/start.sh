#!/bin/sh
docker build -t shop .
docker run -d -v orders:/orders shop
