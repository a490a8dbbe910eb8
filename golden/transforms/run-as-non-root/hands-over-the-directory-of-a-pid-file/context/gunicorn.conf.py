bind = "0.0.0.0:8000"
pidfile = "/run/gunicorn.pid"
accesslog = "/var/log/access.log"
