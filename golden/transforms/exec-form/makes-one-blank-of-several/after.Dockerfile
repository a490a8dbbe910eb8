FROM python:3.13-slim
CMD ["jupyter", "--ip", "0.0.0.0", "--notebook-dir=/notebooks", \
    "--port", "8888"]
