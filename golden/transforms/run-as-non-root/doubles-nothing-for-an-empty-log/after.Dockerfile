FROM python:3.12-alpine
RUN addgroup -S -g 10001 app && adduser -S -D -u 10001 -G app app
WORKDIR /opt/mailer
COPY --chown=app:app requirements.txt .
RUN apk add --no-cache --virtual .b gcc musl-dev && pip install --no-cache-dir -r requirements.txt && apk del .b
COPY --chown=app:app . .
RUN touch /var/log/mailer.log && chmod 600 config/secret.ini
RUN mkdir -p /var/spool/mailer \
    && chown app:app /opt/mailer /var/log/mailer.log /var/spool/mailer
USER 10001:10001
CMD python -m mailer
