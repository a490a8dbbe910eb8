FROM python:3.11
COPY orders.py settings.ini /
RUN pip install flask
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
USER 10001:10001
CMD ["python", "orders.py"]
