FROM eclipse-temurin:17-jre
WORKDIR /srv
ADD https://example.org/agent.jar /opt/agent.jar
COPY Main.java .
EXPOSE 8080
CMD ["java", "-javaagent:/opt/agent.jar", "Main.java"]
