FROM python:3.11-slim
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
COPY requirements.txt /
RUN pip install --no-cache-dir -r /requirements.txt
COPY --chown=app:app . /app
WORKDIR /app
RUN chown app:app /app
USER 10001:10001
CMD ["python", "mail.py"]
