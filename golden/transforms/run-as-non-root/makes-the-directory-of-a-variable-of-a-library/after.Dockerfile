FROM python:3.12-slim
ENV SENTENCE_TRANSFORMERS_HOME=/weights
WORKDIR /srv
COPY rank.py .
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app \
    && mkdir -p /weights \
    && chown app:app /weights
USER 10001:10001
CMD ["python", "rank.py"]
