FROM python:3.12
WORKDIR /srv
COPY plug.py .
CMD ["python", "plug.py"]
