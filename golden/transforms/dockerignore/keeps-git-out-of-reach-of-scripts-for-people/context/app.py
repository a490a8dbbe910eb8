import http.server

# git describe would tell the version
http.server.test(port=8000)
