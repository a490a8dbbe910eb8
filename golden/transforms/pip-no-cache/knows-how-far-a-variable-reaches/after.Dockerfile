FROM python:3.12-slim
RUN PIP_NO_CACHE_DIR=1 pip install a && pip install --no-cache-dir b
RUN export PIP_NO_CACHE_DIR=1 && pip install c
RUN (export PIP_NO_CACHE_DIR=1; pip install d); pip install --no-cache-dir e
RUN env PIP_NO_CACHE_DIR=1 pip install f; pip install --no-cache g
RUN export PIP_NO_CACHE_DIR=1; unset PIP_NO_CACHE_DIR; pip install --no-cache-dir h
ENV PIP_NO_CACHE_DIR=
RUN pip install --no-cache-dir i
ENV PIP_NO_CACHE_DIR=off
RUN pip install j
