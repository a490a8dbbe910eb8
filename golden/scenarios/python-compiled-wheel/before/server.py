from http.server import BaseHTTPRequestHandler, HTTPServer

import pqversion


class Answer(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"libpq %d\n" % (pqversion.version() // 10000))


HTTPServer(("", 8000), Answer).serve_forever()
