FROM mysql:8.4
