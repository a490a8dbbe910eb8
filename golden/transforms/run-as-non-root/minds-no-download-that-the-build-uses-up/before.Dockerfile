FROM python:3.12-slim
WORKDIR /app
ADD https://example.com/x.tar.gz /tmp/x.tar.gz
RUN tar -xzf /tmp/x.tar.gz -C /opt && rm /tmp/x.tar.gz
ADD https://example.com/key.gpg /usr/share/keyrings/k.gpg
RUN chmod 644 /usr/share/keyrings/k.gpg
COPY app.py .
EXPOSE 8000
CMD ["python", "app.py"]
