FROM python:3.12
COPY shop.py /usr/local/bin/shop.py
RUN chmod 700 /usr/local/bin/shop.py
CMD ["python3", "/usr/local/bin/shop.py"]
