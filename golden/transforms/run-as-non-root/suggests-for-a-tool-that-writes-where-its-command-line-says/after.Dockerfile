FROM python:3.12
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /work
COPY --chown=app:app scale.py /opt/scale.py
RUN chown app:app /work
USER 10001:10001
ENTRYPOINT ["python", "/opt/scale.py"]
