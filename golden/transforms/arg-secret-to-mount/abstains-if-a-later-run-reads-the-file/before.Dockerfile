FROM python:3.12-slim
ARG DB_PASSWORD
RUN echo "$DB_PASSWORD" > /etc/db.conf
RUN python -m migrate --config /etc/db.conf
CMD ["python"]
