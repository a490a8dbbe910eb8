FROM python:3.12-slim
WORKDIR /app
COPY . .
RUN pip install --no-cache-dir -r requirements.txt
RUN ["python", "get_model.py"]
EXPOSE 8000
CMD ["python", "app.py"]
