FROM debian:bookworm
ENTRYPOINT java -jar /app.jar
CMD ["--verbose"]
