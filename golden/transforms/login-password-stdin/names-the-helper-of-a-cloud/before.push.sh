docker login -u AWS -p hah7Aethoh2u 123456789012.dkr.ecr.eu-central-1.amazonaws.com
docker login -u _json_key -p hah7Aethoh2u https://europe-docker.pkg.dev/shop
docker login -u ci -p hah7Aethoh2u registry.example.com
