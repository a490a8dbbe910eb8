FROM python:3.11-slim
COPY site ./site
WORKDIR /site/web
CMD ["python", "web.py"]
