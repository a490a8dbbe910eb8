FROM python:3.12-slim
RUN python3 -m pip \
    # quiet
    install -q \
      wheel && pip3 --no-cache-dir install six
