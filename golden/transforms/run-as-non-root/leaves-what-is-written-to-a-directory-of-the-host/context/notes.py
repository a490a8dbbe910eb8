import sqlite3

store = sqlite3.connect("notes.db")
