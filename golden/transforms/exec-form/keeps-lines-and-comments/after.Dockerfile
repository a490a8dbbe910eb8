FROM python:3.12-slim
cmd ["gunicorn", \
    # all interfaces
    "--bind", "0.0.0.0:8000", \
    "app:app"]
