FROM python:3.12-slim
WORKDIR /srv
COPY scan.py .
CMD ["python", "scan.py"]
