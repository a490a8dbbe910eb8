FROM python:3.12
WORKDIR /work
COPY scale.py /opt/scale.py
ENTRYPOINT ["python", "/opt/scale.py"]
