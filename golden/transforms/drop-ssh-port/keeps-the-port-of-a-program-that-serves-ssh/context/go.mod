module example.org/gate

require github.com/gliderlabs/ssh v0.3.8
