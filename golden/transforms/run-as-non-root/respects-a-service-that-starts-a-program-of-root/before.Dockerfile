FROM python:3.12-slim
RUN pip install --no-cache-dir supervisor
COPY *.py jobs.conf /app/
WORKDIR /app
CMD ["python", "shop.py"]
