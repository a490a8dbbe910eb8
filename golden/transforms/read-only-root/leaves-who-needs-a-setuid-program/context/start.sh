#!/bin/sh
sudo service cron start
exec python -m jobs
