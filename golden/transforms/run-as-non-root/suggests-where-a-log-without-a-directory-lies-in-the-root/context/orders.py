import logging
from flask import Flask

# Without a WORKDIR, this is a file of the root directory.
logging.basicConfig(filename='orders.log')
Flask(__name__).run('0.0.0.0', 5000)
