FROM debian:bookworm
ENV NODE_TLS_REJECT_UNAUTHORIZED=1
RUN curl -fsSL https://example.com/a -o /a
RUN git config http.sslVerify true
RUN git clone https://github.com/example/app
RUN curl -fsSL https://example.com/key | gpg --dearmor -o /key.gpg
