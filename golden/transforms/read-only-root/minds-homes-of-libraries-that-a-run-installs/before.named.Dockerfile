FROM python:3.12-slim
RUN useradd --create-home app && pip install --no-cache-dir sentence-transformers==3.0
COPY embed.py /embed.py
USER app
CMD ["python", "/embed.py"]
