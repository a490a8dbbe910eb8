FROM mariadb:11.4
COPY my.cnf /etc/mysql/conf.d/my.cnf
