FROM python:3.12
RUN apt-get update && apt-get install -y --no-install-recommends strace && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY main.py .
CMD ["python", "main.py"]
