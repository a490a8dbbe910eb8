FROM debian:12
# with sudo, as the manual says
RUN touch /etc/app.conf
# the second file
RUN touch /etc/app.local
