import os

from flask import Flask

app = Flask(__name__, instance_relative_config=True)
# Of an installed package that is /usr/local/var/shop-instance.
os.makedirs(app.instance_path, exist_ok=True)
