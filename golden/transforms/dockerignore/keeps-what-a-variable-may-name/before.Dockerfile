FROM eclipse-temurin:21
ARG JAR=target/app.jar
COPY ${JAR} /app.jar
