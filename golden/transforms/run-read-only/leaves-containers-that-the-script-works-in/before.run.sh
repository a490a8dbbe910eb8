cid=$(docker run -d nginx:1.26)
docker cp page.html "$cid":/usr/share/nginx/html
