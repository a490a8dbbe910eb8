FROM python:3.12-slim
RUN useradd --create-home app
COPY deps/base.txt embed.py /
RUN pip install --no-cache-dir -r deps/base.txt
USER app
CMD ["python", "/embed.py"]
