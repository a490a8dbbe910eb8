FROM python:3.12-slim
RUN useradd --system web
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
CMD ["streamlit", "run", "page.py"]
