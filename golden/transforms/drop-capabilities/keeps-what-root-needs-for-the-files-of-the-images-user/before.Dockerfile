FROM python:3.12-slim
RUN useradd --create-home shop
COPY --chown=shop *.py /app/
WORKDIR /app
USER shop
CMD ["python", "shop.py"]
