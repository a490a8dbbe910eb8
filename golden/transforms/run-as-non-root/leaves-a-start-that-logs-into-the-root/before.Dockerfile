FROM python:3.11
COPY shop.py /
RUN pip install gunicorn flask
CMD ["gunicorn", "--access-logfile", "access.log", "shop:app"]
