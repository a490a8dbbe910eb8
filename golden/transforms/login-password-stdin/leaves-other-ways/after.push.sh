printf '%s' "$REGISTRY_PASSWORD" | docker login -u ci --password-stdin registry.example.com
echo x | docker login -u ci -p "$P"
timeout 5 docker login -u ci -p "$P"
docker login -u ci --password-stdin < token
docker login -u ci -p "$P"'x'
docker login -p "$P" registry.example.com
