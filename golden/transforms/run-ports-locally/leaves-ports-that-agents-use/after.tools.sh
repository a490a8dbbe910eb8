docker run -d --name console -p 127.0.0.1:9443:9443 portainer/portainer-ce:2.21.4
docker run -d --name agents -p 8000:8000 -p 9444:9443 portainer/portainer-ce:2.21.4
