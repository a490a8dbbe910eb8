FROM debian:12-slim
RUN groupadd --gid 4711 press && useradd --uid 4711 --gid press --create-home press
WORKDIR /srv/press
COPY --chown=press press.py .
RUN chown press /srv/press
USER press
CMD ["python3", "press.py"]
