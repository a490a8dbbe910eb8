#!/bin/sh
exec npm run watch
