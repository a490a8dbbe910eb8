FROM alpine:3.20
ARG NPM_TOKEN
RUN wget -q --header "Authorization: Bearer $NPM_TOKEN" https://files.example.com/shop.tgz -O /tmp/shop.tgz
CMD ["sleep", "60"]
