import sqlite3

connection = sqlite3.connect('/var/lib/shop.db')
