FROM python:3.12
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt && pip3 install --no-cache-dir --upgrade pip
RUN python -m pip install --no-cache-dir flask
