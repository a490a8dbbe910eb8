FROM python:3.12-slim
COPY .netrc /root/.netrc
COPY .netrc /opt/netrc
RUN pip install -r requirements.txt
RUN curl --netrc-file /opt/netrc -fsSL https://example.com/model.bin -o /model.bin
RUN rm -f /root/.netrc /opt/netrc
CMD ["python", "-m", "http.server"]
