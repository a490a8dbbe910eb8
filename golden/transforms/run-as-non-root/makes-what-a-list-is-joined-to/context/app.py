import http.server, os
BASE = "/".join(["", "var", "ledger"])
os.makedirs(BASE, exist_ok=True)
http.server.test(port=8000)
