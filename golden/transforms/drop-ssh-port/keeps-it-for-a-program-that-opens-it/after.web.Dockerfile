FROM python:3.12-slim
COPY web.py /web.py
EXPOSE 8000
CMD ["python", "/web.py"]
