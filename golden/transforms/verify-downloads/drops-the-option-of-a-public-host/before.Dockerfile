FROM debian:bookworm
RUN apt-get update && apt-get install -y ca-certificates curl wget git python3-pip
RUN curl -k https://example.com/a -o /a && curl --insecure -fsS "https://example.com/$VERSION/b" -o /b
RUN curl -fsSLk \
    # the archive
    https://example.com/c.tgz | tar xz
RUN wget -q --no-check-certificate https://example.com/d
RUN pip install --trusted-host pypi.org --trusted-host=files.pythonhosted.org flask
RUN git clone --depth 1 http://github.com/example/app.git /app
