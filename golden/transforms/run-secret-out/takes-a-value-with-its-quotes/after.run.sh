docker run -d \
  -e DB_PASSWORD \
  --env=API_TOKEN \
  example.com/app:1
