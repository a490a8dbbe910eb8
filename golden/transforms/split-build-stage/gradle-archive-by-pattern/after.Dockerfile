FROM gradle:8.10-jdk21 AS build
WORKDIR /build
COPY . .
RUN gradle bootJar --no-daemon

FROM eclipse-temurin:21-jre
WORKDIR /build
COPY --from=build /build/build/libs/*.jar /build/build/libs/
CMD java $JAVA_OPTS -jar build/libs/*.jar
