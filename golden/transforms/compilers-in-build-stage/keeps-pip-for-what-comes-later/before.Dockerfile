FROM ubuntu:24.04
RUN apt-get update && apt-get install -y python3-pip && pip3 install --break-system-packages flask
ENTRYPOINT ["sh", "-c", "pip3 install -r /plugins.txt && exec flask run"]
