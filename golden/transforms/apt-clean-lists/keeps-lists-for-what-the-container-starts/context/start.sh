#!/bin/sh
# Languages are chosen by the operator.
exec apt-get install -y "$LANGUAGE_PACK"
