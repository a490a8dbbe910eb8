bind = "0.0.0.0:8000"
pidfile = "/run/shop/pid"
accesslog = "/var/log/shop/access"
