FROM python:3.12
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /srv/notes
COPY --chown=app:app requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY --chown=app:app . .
RUN python manage.py collectstatic --noinput
RUN chown app:app /srv/notes
USER 10001:10001
CMD python manage.py migrate && gunicorn --bind 0.0.0.0:8000 notes.wsgi
