FROM python:3.12-slim
ARG DB_PASSWORD
RUN echo "[db]" > /etc/db.conf && echo "password=$DB_PASSWORD" >> /etc/db.conf
CMD ["python"]
