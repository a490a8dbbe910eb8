a >x 2>&1 </dev/null >>y 2>| z &>all <<<word {fd}>q
>only
