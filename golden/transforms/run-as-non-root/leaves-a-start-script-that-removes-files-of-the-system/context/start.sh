#!/bin/sh
find /usr/share/doc -mtime +30 -delete
exec python app.py
