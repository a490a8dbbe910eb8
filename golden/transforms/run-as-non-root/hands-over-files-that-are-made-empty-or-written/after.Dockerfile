FROM python:3.11-slim
WORKDIR /app
COPY . .
RUN touch /var/log/mail.log && mkdir /data && echo 1 > /data/counter
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app \
    && chown app:app /var/log/mail.log \
    && chown -R app:app /app /data
USER 10001:10001
CMD ["python", "mail.py"]
