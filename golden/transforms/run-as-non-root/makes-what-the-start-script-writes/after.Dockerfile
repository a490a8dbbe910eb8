FROM python:3.12
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /app
COPY --chown=app:app . .
EXPOSE 8000
RUN mkdir -p /var/lib/web/spool /var/log \
    && chown app:app /app /var/lib/web/spool /var/log
USER 10001:10001
ENTRYPOINT ["./entry.sh"]
CMD ["python", "web.py"]
