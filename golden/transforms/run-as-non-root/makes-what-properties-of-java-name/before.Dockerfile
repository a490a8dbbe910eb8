FROM eclipse-temurin:17
ENV JAVA_TOOL_OPTIONS="-Xlog:gc*:file=/gc/shop.log:time"
WORKDIR /srv/shop
COPY . .
RUN javac Shop.java
CMD ["java", "-Dlogging.file.name=/var/log/shop.log", "Shop"]
