FROM python:3.12-slim
WORKDIR /srv
COPY . .
ENV PORT=8000
EXPOSE 8000 8002/udp
CMD ["python", "shop.py"]
