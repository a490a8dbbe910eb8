FROM python:3.12
RUN pip install --no-cache-dir django
COPY . .
CMD ["python", "manage.py", "runserver", "0.0.0.0:8000"]
