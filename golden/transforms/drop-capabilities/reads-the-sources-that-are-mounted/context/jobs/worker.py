import os

os.setgid(1000)
os.setuid(1000)
