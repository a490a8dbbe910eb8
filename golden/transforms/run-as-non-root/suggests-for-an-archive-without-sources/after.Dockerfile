FROM eclipse-temurin:21-jre
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /opt/shop
COPY --chown=app:app shop.jar .
EXPOSE 8080
RUN chown app:app /opt/shop
USER 10001:10001
CMD ["java", "-jar", "shop.jar"]
