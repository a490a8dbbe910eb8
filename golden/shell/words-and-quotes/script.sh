echo plain 'single $x' "double $x \$y \z" es\ caped a"b"'c' "" ~ ~/x *.deb [ a[bc] {a,b} {} $ \
  next
