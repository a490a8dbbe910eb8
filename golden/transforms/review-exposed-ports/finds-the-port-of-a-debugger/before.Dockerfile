FROM eclipse-temurin:21
EXPOSE 8080 5005
CMD ["java", "-jar", "/app.jar"]
