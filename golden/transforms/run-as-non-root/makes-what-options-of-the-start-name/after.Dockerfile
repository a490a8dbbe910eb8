FROM python:3.12
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /app
COPY --chown=app:app . .
RUN pip install gunicorn
EXPOSE 8000
RUN mkdir -p /var/log/web && chown app:app /app /var/log/web
USER 10001:10001
CMD ["gunicorn", "--access-logfile", "/var/log/web/access.log", "-b", ":8000", "web:app"]
