FROM eclipse-temurin:17-jre
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /srv
ADD --chown=app:app https://example.org/agent.jar /opt/agent.jar
COPY Main.java .
EXPOSE 8080
USER 10001:10001
CMD ["java", "-javaagent:/opt/agent.jar", "Main.java"]
