docker run -d -e DB_PASSWORD="$DB_PASSWORD" -e API_TOKEN -e PASSWORD=changeme example.com/app:1
docker run -d -e TOKEN_FILE=/run/secrets/token -e "URL=http://$HOST/" example.com/app:1
