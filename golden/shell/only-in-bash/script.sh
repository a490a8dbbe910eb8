[[ $a =~ ^(b|c)$ && -n d ]] && ((i++)); for ((;;)); do e; done; x=(1 "$y"); diff <(a) <(b) |& cat; select s in t; do u; done; declare -a v=(w); echo $'\t' $"m" !(n)
