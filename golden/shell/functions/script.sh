f() { a; }
g () (b)
function h { c; }
f
