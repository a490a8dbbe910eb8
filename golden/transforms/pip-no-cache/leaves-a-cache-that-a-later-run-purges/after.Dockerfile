FROM python:3.6
RUN pip install a
RUN pip cache purge
RUN pip install --no-cache-dir b
