echo $a ${b} ${c:-d e} ${#f} ${g##*/} "${h:+"in"}" ${i/a/b} $1 $@ $((1 + (2))) `pwd` `a \`b\`` "$(cat x | tr a b)" $(( x ) )
