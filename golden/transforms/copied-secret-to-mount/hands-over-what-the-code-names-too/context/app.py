KEY = "/etc/app/server.key"
