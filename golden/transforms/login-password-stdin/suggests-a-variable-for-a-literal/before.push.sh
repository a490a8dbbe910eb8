docker login -u deploy -p Quohth7eixei registry.example.com
docker login --username deploy --password="Quohth7eixei" registry.example.com
