FROM golang:1.22
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /srv/echo
COPY --chown=app:app . .
RUN go mod download && go build -o echo .
EXPOSE 8080
RUN chown app:app /srv/echo
USER 10001:10001
CMD ["./echo"]
