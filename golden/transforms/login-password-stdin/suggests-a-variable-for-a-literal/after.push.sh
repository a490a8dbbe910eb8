printf '%s' "$REGISTRY_PASSWORD" | docker login -u deploy --password-stdin registry.example.com
printf '%s' "$REGISTRY_PASSWORD" | docker login --username deploy --password-stdin registry.example.com
