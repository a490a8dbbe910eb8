for p in a "b c" $d; do echo $p; done; for q do :; done; while read l; do a; done <f
until b; do c; done
