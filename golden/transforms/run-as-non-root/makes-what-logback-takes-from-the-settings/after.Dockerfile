FROM eclipse-temurin:17
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /srv/shop
COPY --chown=app:app . .
RUN ./mvnw -q package
RUN mkdir -p /bills && chown app:app /srv/shop /bills
USER 10001:10001
CMD ["java", "-jar", "target/shop.jar"]
