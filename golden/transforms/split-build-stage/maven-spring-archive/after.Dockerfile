FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml .
RUN mvn -B dependency:go-offline
COPY src src
RUN mvn -B package

FROM eclipse-temurin:17-jre
WORKDIR /build
COPY --from=build /build/target/shop.jar /build/target/shop.jar
ENV SPRING_PROFILES_ACTIVE=production
CMD ["java", "-jar", "target/shop.jar"]
