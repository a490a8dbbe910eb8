FROM debian:bookworm
RUN mkdir /data && chmod 777 /data
RUN chmod -R a+w /var/www/html
RUN chmod 666 /etc/app.conf
RUN find / -name '*.sh' | xargs chmod 777
RUN chmod 777 /scripts/*.sh
COPY --chmod=777 . /app
RUN chmod 777 /app/settings.py
