BASE_DIR = "/srv/notes"
STATIC_ROOT = "/srv/notes/static"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "/srv/notes/db.sqlite3"}}
