FROM python:3.12-slim
WORKDIR /app
COPY . .
RUN python <<EOF
import nltk
nltk.download("punkt")
EOF
EXPOSE 8000
CMD ["python", "app.py"]
