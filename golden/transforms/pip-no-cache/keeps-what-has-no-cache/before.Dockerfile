FROM python:3.12
RUN pip install --no-cache-dir flask
RUN --mount=type=cache,target=/root/.cache/pip pip install django
