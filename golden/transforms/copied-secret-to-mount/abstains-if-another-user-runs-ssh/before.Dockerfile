FROM alpine:3.20
RUN adduser -D app && apk add --no-cache git openssh-client
COPY --chown=app id_rsa /home/app/.ssh/id_rsa
USER app
RUN git clone git@git.example.com:shop/theme.git /home/app/theme
CMD ["ls"]
