FROM ubuntu:14.04
ADD https://bootstrap.pypa.io/pip/2.7/get-pip.py /tmp/
RUN python /tmp/get-pip.py && pip install --no-cache-dir bottle
