FROM debian:12
# with sudo, as the manual says
RUN sudo touch /etc/app.conf
# the second file
RUN sudo touch /etc/app.local
