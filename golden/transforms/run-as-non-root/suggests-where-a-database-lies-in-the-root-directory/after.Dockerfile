FROM python:3.12
RUN pip install --no-cache-dir django
COPY . .
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
USER 10001:10001
CMD ["python", "manage.py", "runserver", "0.0.0.0:8000"]
