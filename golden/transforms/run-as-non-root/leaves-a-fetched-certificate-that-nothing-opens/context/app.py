import http.server; open("/usr/local/share/root.pem").read(); http.server.test(port=8000)
