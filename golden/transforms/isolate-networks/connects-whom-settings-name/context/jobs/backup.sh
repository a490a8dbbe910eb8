#!/bin/sh
pg_dump -h db shop > /tmp/shop.sql
