FROM python:3.12
WORKDIR /srv/notes
COPY . .
EXPOSE 8000
CMD ["python", "notes.py"]
