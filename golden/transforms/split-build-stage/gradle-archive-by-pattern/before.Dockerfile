FROM gradle:8.10-jdk21
WORKDIR /build
COPY . .
RUN gradle bootJar --no-daemon
CMD java $JAVA_OPTS -jar build/libs/*.jar
