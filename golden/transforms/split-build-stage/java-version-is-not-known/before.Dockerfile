FROM maven:3
WORKDIR /build
COPY pom.xml .
COPY src src
RUN mvn package
CMD ["java", "-jar", "target/shop.jar"]
