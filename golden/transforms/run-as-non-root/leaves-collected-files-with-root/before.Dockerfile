FROM python:3.12
WORKDIR /srv/notes
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
RUN python manage.py collectstatic --noinput
CMD python manage.py migrate && gunicorn --bind 0.0.0.0:8000 notes.wsgi
