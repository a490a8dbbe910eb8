docker run -d \
  -e DB_PASSWORD="k4Jq9xZ2mP7w" \
  --env=API_TOKEN='u7Hs2kQ9zL4c' \
  example.com/app:1
