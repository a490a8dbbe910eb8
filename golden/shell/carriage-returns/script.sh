a \
  b
cat <<E
x
E
c
