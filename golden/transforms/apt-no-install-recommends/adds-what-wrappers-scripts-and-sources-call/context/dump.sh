#!/bin/sh
xxd /srv/data | head
perl /srv/ask.pl
