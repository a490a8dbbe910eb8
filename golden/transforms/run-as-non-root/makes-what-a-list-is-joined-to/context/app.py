import http.server, os
BASE = "/".join(["", "var", "ledger"])
os.makedirs(BASE)
http.server.test(port=8000)
