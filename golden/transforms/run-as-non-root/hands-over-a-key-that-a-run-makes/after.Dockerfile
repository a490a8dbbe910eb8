FROM python:3.12
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
RUN mkdir /certs && openssl req -x509 -newkey rsa:2048 -nodes -keyout /certs/key.pem -out /certs/cert.pem -subj /CN=localhost
WORKDIR /app
COPY --chown=app:app . .
EXPOSE 8443
RUN chown app:app /app && chown -R app:app /certs
USER 10001:10001
CMD ["python", "app.py"]
