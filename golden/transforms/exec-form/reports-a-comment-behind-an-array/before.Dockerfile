FROM python:3.12-slim
HEALTHCHECK CMD [ -f /tmp/ready ] # a test of the shell is no array
CMD ["python", "app.py"] # start
