FROM python:3.11
COPY orders.py settings.ini /
RUN pip install flask
CMD ["python", "orders.py"]
