import os
import sqlite3

sqlite3.connect(os.path.join(os.path.dirname(__file__), "till.db"))
