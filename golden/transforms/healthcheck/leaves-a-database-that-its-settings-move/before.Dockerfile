# The probe asks for 3306, which nobody listens on.
FROM mysql:8.0
COPY conf/tuned.cnf /etc/mysql/conf.d/
