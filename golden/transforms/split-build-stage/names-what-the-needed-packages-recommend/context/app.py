import flask

flask.Flask("pages").run("0.0.0.0", 8000)
