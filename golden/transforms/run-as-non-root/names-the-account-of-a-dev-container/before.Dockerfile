FROM debian:12-slim
RUN groupadd --gid 4711 press && useradd --uid 4711 --gid press --create-home press
WORKDIR /srv/press
COPY press.py .
CMD ["python3", "press.py"]
