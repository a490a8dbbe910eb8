FROM python:3.12-slim
WORKDIR /srv
COPY . .
ENV PORT=8000
EXPOSE 8000 8001/tcp 8002/udp
EXPOSE 9229 \
    # the admin
    9000
CMD ["python", "shop.py"]
