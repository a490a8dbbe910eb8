FROM mysql:8.4
COPY shop.cnf /etc/mysql/conf.d/
EXPOSE 3307
