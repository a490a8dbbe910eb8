import flask
app = flask.Flask("a")
MODEL = "/models/config.json"
print(open(MODEL).read())
app.run(port=8000)
