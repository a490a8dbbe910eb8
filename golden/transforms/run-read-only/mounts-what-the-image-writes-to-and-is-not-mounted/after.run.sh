docker run -d -v db:/var/lib/postgresql/data --tmpfs /tmp \
    --read-only \
    --tmpfs=/var/run/postgresql \
    postgres:16
docker run --restart=unless-stopped --name web \
    --mount type=bind,source="$PWD"/html,target=/usr/share/nginx/html,readonly \
    -v cache:/var/cache/nginx --read-only --tmpfs=/run nginx:1.26
docker run -d -v /srv/log:/run/log --read-only --tmpfs=/var/cache/nginx --tmpfs=/run nginx:1.26
