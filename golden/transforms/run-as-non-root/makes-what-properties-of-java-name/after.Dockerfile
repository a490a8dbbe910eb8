FROM eclipse-temurin:17
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
ENV JAVA_TOOL_OPTIONS="-Xlog:gc*:file=/gc/shop.log:time"
WORKDIR /srv/shop
COPY --chown=app:app . .
RUN javac Shop.java
RUN mkdir -p /gc /var/log && chown app:app /srv/shop /gc /var/log
USER 10001:10001
CMD ["java", "-Dlogging.file.name=/var/log/shop.log", "Shop"]
