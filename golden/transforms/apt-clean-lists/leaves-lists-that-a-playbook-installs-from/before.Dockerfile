FROM ubuntu:22.04
RUN apt-get update && apt-get install -y --no-install-recommends ansible
COPY play.yml .
RUN ansible-playbook -c local play.yml
CMD ["sleep", "1d"]
