FROM python:3.12-slim
RUN useradd --create-home app && pip install --no-cache-dir flask
COPY embed.py /embed.py
USER app
CMD ["python", "/embed.py"]
