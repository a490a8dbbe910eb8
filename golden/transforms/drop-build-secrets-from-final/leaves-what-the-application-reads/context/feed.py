import os
os.environ.setdefault("NETRC", "/shop/.netrc")
