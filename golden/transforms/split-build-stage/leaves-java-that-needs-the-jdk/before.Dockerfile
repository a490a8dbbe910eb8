FROM eclipse-temurin:17
WORKDIR /src
COPY . .
RUN ./mvnw package
CMD ["java", "-jar", "target/rules.jar"]
