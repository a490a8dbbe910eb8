FROM python:3.12-slim
RUN useradd --system --no-create-home app
COPY app.bin /opt/app.bin
USER app
CMD ["/opt/app.bin"]
