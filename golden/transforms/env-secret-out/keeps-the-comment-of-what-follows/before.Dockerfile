FROM debian:12-slim
ENV A=1 \
    DB_PASSWORD=kq8-Vt2-mm1 \
    # where the certificates are
    B=2
ENV API_TOKEN=zz9-plural-zalpha-4 \
    # the port
    PORT=80
CMD ["env"]
