FROM python:3.12-slim
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /app
COPY --chown=app:app . .
RUN make deps
EXPOSE 8000
RUN chown app:app /app
USER 10001:10001
CMD ["python", "app.py"]
