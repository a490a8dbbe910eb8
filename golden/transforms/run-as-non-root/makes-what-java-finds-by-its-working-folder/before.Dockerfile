FROM eclipse-temurin:17
COPY src /src
RUN javac -d /classes /src/Shop.java
CMD ["java", "-cp", "/classes", "Shop"]
