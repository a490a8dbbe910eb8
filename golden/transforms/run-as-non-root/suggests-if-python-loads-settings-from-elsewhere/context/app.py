import json, http.server
with open("/etc/app/config.json") as f:
    config = json.load(f)
def save(x):
    with open(config["journal"], "a") as out:
        out.write(x)
http.server.test(port=8000)
