FROM debian:bookworm
WORKDIR /srv
# the application
ADD build/app.tar /opt/app
add site.tgz .
ADD ./data.tar.gz data/
CMD ["/opt/app/run"]
