#!/bin/sh
curl -u me:sixth-horse-9 http://x
docker run -d --health-cmd "mysqladmin -peleventh-horse-9 ping" nginx:1.29 --requirepass twelfth-horse-9
