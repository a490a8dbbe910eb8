# head
a # tail
b;# c
echo d#e
