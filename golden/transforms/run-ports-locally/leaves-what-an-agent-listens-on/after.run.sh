docker run -d -p 7007:7007 amir20/dozzle:v8.8 agent
docker run -d -p 127.0.0.1:8080:8080 amir20/dozzle:v8.8
