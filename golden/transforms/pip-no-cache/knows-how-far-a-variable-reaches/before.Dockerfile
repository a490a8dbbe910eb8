FROM python:3.12-slim
RUN PIP_NO_CACHE_DIR=1 pip install a && pip install b
RUN export PIP_NO_CACHE_DIR=1 && pip install c
RUN (export PIP_NO_CACHE_DIR=1; pip install d); pip install e
RUN env PIP_NO_CACHE_DIR=1 pip install f; pip install --no-cache g
RUN export PIP_NO_CACHE_DIR=1; unset PIP_NO_CACHE_DIR; pip install h
ENV PIP_NO_CACHE_DIR=
RUN pip install i
ENV PIP_NO_CACHE_DIR=off
RUN pip install j
