docker build --build-arg NPM_TOKEN=hunter7Pq .
