FROM python:3.12-slim
RUN useradd --system web
WORKDIR /app
COPY --chown=web . .
RUN pip install -r requirements.txt
RUN mkdir -p /home/web && chown web /app /home/web
USER web
CMD ["streamlit", "run", "page.py"]
