FROM debian:12-slim
ENV A=1 \
    # where the certificates are
    B=2
ENV \
    # the port
    PORT=80
CMD ["env"]
