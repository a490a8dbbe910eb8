docker run -d nginx:1.26
