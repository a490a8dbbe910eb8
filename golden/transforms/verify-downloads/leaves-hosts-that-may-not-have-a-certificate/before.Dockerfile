FROM alpine:3.20
RUN curl -k https://10.0.0.1/a https://example.com/b
RUN curl -k https://files.corp.internal/a
RUN curl -k https://example.com:8443/a
RUN curl -k http://example.com/a
RUN curl -k "$URL"
RUN pip install --trusted-host pypi.example.com flask
RUN git clone http://git.example.com/app.git
