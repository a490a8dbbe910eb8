FROM debian:bookworm
RUN apt-get update && apt-get install -y ca-certificates curl wget git python3-pip
RUN curl https://example.com/a -o /a && curl -fsS "https://example.com/$VERSION/b" -o /b
RUN curl -fsSL \
    # the archive
    https://example.com/c.tgz | tar xz
RUN wget -q https://example.com/d
RUN pip install flask
RUN git clone --depth 1 https://github.com/example/app.git /app
