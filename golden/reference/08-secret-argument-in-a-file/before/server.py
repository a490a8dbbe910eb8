from http.server import HTTPServer, SimpleHTTPRequestHandler

password = open('/config').read()
HTTPServer(('', 8000), SimpleHTTPRequestHandler).serve_forever()
