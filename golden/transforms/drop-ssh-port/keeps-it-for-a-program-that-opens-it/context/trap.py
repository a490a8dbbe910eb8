import socket

s = socket.socket()
s.bind(("", 22))
s.listen()
