docker run -d \
  -e LOG=debug \
  -e "DB_PASSWORD" \
  --env=API_TOKEN \
  example.com/app:1
