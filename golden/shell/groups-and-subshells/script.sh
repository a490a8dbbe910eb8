(cd /src && make) && { a; b; } 2>/dev/null; ((cd x; ls) | wc)
