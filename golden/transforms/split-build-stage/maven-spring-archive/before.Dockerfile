FROM maven:3.9-eclipse-temurin-17
WORKDIR /build
COPY pom.xml .
RUN mvn -B dependency:go-offline
COPY src src
RUN mvn -B package
ENV SPRING_PROFILES_ACTIVE=production
CMD ["java", "-jar", "target/shop.jar"]
