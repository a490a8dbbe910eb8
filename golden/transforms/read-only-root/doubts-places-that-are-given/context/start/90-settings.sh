#!/bin/sh
set -e
echo "window.API = '$API'" > /usr/share/nginx/html/settings.js
