FROM example.com/shop/base:1
RUN apt-get install -y tini
