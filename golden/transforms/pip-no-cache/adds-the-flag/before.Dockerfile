FROM python:3.12
COPY requirements.txt .
RUN pip install -r requirements.txt && pip3 install --upgrade pip
RUN python -m pip install flask
