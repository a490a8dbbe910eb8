FROM python:3.12
WORKDIR /app
COPY . .
EXPOSE 8000
ENTRYPOINT ["./entry.sh"]
CMD ["python", "web.py"]
