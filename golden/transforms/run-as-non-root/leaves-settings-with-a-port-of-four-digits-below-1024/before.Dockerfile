FROM eclipse-temurin:21-jre
WORKDIR /shop
COPY shop.jar config/application.properties ./
CMD ["java", "-jar", "shop.jar"]
