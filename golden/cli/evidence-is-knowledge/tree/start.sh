#!/bin/sh
docker run -d example.org/own/agent:3
