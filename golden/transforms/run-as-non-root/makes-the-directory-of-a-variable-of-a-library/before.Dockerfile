FROM python:3.12-slim
ENV SENTENCE_TRANSFORMERS_HOME=/weights
WORKDIR /srv
COPY rank.py .
CMD ["python", "rank.py"]
