FROM python:3.12-slim
COPY trap.py /trap.py
EXPOSE 22
CMD ["python", "/trap.py"]
