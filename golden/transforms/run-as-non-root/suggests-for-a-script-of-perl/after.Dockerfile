FROM perl:5.38
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /app
COPY --chown=app:app . .
EXPOSE 3000
RUN chown app:app /app
USER 10001:10001
CMD ["perl", "app.pl"]
