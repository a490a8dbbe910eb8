FROM node:0.12-wheezy
RUN apt-get update && apt-get install -y python-pip && pip install fabric
RUN pip install --upgrade pip
RUN pip install bottle
