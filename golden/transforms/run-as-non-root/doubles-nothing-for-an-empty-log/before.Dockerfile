FROM python:3.12-alpine
WORKDIR /opt/mailer
COPY requirements.txt .
RUN apk add --no-cache --virtual .b gcc musl-dev && pip install --no-cache-dir -r requirements.txt && apk del .b
COPY . .
RUN touch /var/log/mailer.log && chmod 600 config/secret.ini
CMD python -m mailer
