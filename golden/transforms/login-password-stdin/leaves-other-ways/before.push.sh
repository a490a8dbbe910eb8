docker login -u ci -p k4Jq9xZ2mP7w registry.example.com
echo x | docker login -u ci -p "$P"
timeout 5 docker login -u ci -p "$P"
docker login -u ci --password-stdin < token
docker login -u ci -p "$P"'x'
docker login -p "$P" registry.example.com
