FROM debian:bookworm
COPY . /opt/agent
WORKDIR /opt/agent
RUN make --version && curl -fsSL https://example.com/agent > agent
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app \
    && chown -R app:app /opt/agent
USER 10001:10001
CMD ["./agent"]
