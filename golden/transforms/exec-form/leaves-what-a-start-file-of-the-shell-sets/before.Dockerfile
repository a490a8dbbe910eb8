FROM ubuntu:22.04
SHELL ["/bin/bash", "-c"]
ENV BASH_ENV=/etc/profile.d/tools.sh
COPY tools.sh /etc/profile.d/tools.sh
CMD serve --port 8080
