printf '%s' "$REGISTRY_PASSWORD" | docker login -u AWS --password-stdin 123456789012.dkr.ecr.eu-central-1.amazonaws.com
printf '%s' "$REGISTRY_PASSWORD" | docker login -u _json_key --password-stdin https://europe-docker.pkg.dev/shop
printf '%s' "$REGISTRY_PASSWORD" | docker login -u ci --password-stdin registry.example.com
