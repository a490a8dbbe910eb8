FROM python:3.12-slim
WORKDIR /srv
COPY . .
RUN make ready
CMD ["python", "web.py"]
