docker build --build-arg NPM_TOKEN="$NPM_TOKEN" --build-arg VERSION=1 -t app .
docker buildx build . --build-arg=DB_PASSWORD
podman build --build-arg API_KEY=k4Jq9xZ2mP7wR1sT .
docker build --build-arg "$ARG" --build-arg TOKEN_FILE=x .
