cd "$1"
docker build --build-arg NPM_TOKEN .
