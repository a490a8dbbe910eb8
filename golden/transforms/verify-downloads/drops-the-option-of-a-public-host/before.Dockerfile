FROM debian:bookworm
RUN apt-get update && apt-get install -y ca-certificates curl wget git python3-pip
RUN curl -k https://raw.githubusercontent.com/example/app/v1/a -o /a && curl --insecure -fsS "https://raw.githubusercontent.com/example/app/v1/$VERSION/b" -o /b
RUN curl -fsSLk \
    # the archive
    https://raw.githubusercontent.com/example/app/v1/c.tgz | tar xz
RUN wget -q --no-check-certificate https://raw.githubusercontent.com/example/app/v1/d
RUN pip install --trusted-host pypi.org --trusted-host=files.pythonhosted.org flask
RUN git clone --depth 1 http://github.com/example/app.git /app
