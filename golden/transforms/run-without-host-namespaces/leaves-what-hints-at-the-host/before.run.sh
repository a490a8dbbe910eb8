docker run -d --network=host -e DB=postgres://localhost/shop example.com/team/app:1
docker run -d --network=host example.com/team/keepalived:1
