FROM python:3.12-slim
RUN useradd --create-home app && mkdir -p /srv/media && chown app /srv/media
WORKDIR /app
COPY settings.py app.py ./
USER app
CMD ["python", "app.py"]
