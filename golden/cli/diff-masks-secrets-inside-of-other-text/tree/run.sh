docker run -d --name files atmoz/sftp:alpine clerk:Fai4ohphie2E:1001
docker run -d --name cache redis:7
