FROM python:3.11-slim
COPY services /srv
WORKDIR /srv/billing
CMD ["python", "billing.py"]
