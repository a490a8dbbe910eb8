FROM python:3.12-slim
ARG PIP_TOKEN
ARG TEAM_TOKEN
RUN pip install --no-cache-dir --index-url https://u:${PIP_TOKEN}@pypi.example.org/simple shop
RUN pip install --no-cache-dir --index-url https://u:${TEAM_TOKEN}@pypi.example.org/team shop-team
