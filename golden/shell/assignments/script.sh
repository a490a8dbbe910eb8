A=1 B="$x" C= D+=e make
E=/a/*
export F=g
