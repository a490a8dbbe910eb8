FROM debian:bookworm

RUN apt-get update && apt-get install -y jq

CMD ["jq", "--version"]
