FROM python:3.12-slim
COPY app.py /app/
# what users send
VOLUME /data
RUN mkdir -p /data/new
WORKDIR /app
COPY static static
CMD ["python", "app.py"]
