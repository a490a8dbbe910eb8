FROM python:3.11
COPY shop.py /
RUN pip install gunicorn flask
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
