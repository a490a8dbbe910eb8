FROM eclipse-temurin:17
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
COPY --chown=app:app src /src
RUN javac -d /classes /src/Shop.java
RUN mkdir -p /orders && chown app:app /orders
USER 10001:10001
CMD ["java", "-cp", "/classes", "Shop"]
