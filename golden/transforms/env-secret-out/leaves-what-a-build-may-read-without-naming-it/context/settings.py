import os
KEY = os.environ["SECRET_KEY"]
TOKEN = os.environ["API_TOKEN"]
