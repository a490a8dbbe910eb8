FROM python:3.12
ENV SHOP=/srv/shop
RUN mkdir -p $SHOP/spool "${SHOP}/src"
WORKDIR $SHOP/src
COPY src .
CMD ["python3", "main.py"]
