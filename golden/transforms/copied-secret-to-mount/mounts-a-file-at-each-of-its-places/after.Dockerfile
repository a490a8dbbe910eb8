# syntax=docker/dockerfile:1
FROM python:3.12-slim
RUN --mount=type=secret,id=netrc,target=/root/.netrc,required=true pip install -r requirements.txt
RUN --mount=type=secret,id=netrc,target=/root/.netrc,required=true --mount=type=secret,id=netrc,target=/opt/netrc,required=true curl --netrc-file /opt/netrc -fsSL https://example.com/model.bin -o /model.bin
CMD ["python", "-m", "http.server"]
