FROM python:3.12-slim
WORKDIR /srv
COPY scan.py .
USER 1000:1000
CMD ["python", "scan.py"]
