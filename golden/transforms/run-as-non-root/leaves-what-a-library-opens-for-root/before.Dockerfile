FROM python:3.12-slim
WORKDIR /srv
COPY watch.py .
CMD ["python", "watch.py"]
