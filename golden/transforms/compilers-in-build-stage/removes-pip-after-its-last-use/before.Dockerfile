FROM debian:12-slim
RUN apt-get update && apt-get install -y --no-install-recommends python3 python3-pip && rm -rf /var/lib/apt/lists/*
COPY requirements.txt .
RUN pip3 install --break-system-packages --no-cache-dir -r requirements.txt
RUN python3 -m pip install --break-system-packages --no-cache-dir gunicorn \
    && mkdir /data
CMD ["gunicorn", "shop:app"]
