FROM debian:bookworm
ENTRYPOINT ["/bin/sh", "-c", "exec java -jar /app.jar"]
CMD ["--verbose"]
