import logging.handlers
from http.server import HTTPServer, SimpleHTTPRequestHandler

handler = logging.handlers.RotatingFileHandler("/var/log/shop.log", maxBytes=10000, backupCount=3)
logging.getLogger().addHandler(handler)
HTTPServer(("", 3000), SimpleHTTPRequestHandler).serve_forever()
