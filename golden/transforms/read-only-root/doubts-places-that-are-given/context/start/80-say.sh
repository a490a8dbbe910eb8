#!/bin/sh
echo "pages of $NAME"
