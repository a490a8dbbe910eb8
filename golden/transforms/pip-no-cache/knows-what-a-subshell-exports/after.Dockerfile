FROM python:3.12-slim
RUN (export PIP_NO_CACHE_DIR=1; pip install flask)
RUN export PIP_NO_CACHE_DIR=1 && (pip install flask; pip install django)
RUN (export PIP_NO_CACHE_DIR=1); pip install --no-cache-dir flask
RUN (PIP_NO_CACHE_DIR=1; pip install --no-cache-dir flask)
RUN export PIP_NO_CACHE_DIR=1 | pip install --no-cache-dir flask
RUN echo $(export PIP_NO_CACHE_DIR=1; pip install flask)
