FROM example.com/team/base:1
EXPOSE 3306 5432
