FROM eclipse-temurin:17
WORKDIR /srv/shop
COPY . .
RUN ./mvnw -q package
CMD ["java", "-jar", "target/shop.jar"]
