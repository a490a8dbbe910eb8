FROM debian:bookworm
RUN apt-get update && apt-get install -y ca-certificates curl wget git python3-pip
RUN curl https://raw.githubusercontent.com/example/app/v1/a -o /a && curl -fsS "https://raw.githubusercontent.com/example/app/v1/$VERSION/b" -o /b
RUN curl -fsSL \
    # the archive
    https://raw.githubusercontent.com/example/app/v1/c.tgz | tar xz
RUN wget -q https://raw.githubusercontent.com/example/app/v1/d
RUN pip install flask
RUN git clone --depth 1 https://github.com/example/app.git /app
