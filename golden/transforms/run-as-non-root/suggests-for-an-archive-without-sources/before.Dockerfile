FROM eclipse-temurin:21-jre
WORKDIR /opt/shop
COPY shop.jar .
EXPOSE 8080
CMD ["java", "-jar", "shop.jar"]
