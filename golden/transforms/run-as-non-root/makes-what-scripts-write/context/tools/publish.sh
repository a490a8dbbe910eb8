#!/bin/sh
cp site.conf /etc/nginx/conf.d/site.conf
