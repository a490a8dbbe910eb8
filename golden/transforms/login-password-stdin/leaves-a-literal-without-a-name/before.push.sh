docker login -p Quohth7eixei registry.example.com
