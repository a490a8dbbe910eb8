FROM python:3.12
WORKDIR /srv
COPY main.py .
CMD ["python", "main.py"]
