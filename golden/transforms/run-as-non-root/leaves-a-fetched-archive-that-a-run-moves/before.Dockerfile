FROM eclipse-temurin:21-jre
ARG V=1
ADD https://example.com/app-${V}.jar /opt/
RUN mv /opt/app-1.jar /opt/app.jar
EXPOSE 8080
CMD java -jar /opt/app.jar
