FROM debian:bookworm
COPY . /opt/agent
WORKDIR /opt/agent
RUN make --version && curl -fsSL https://example.com/agent > agent
CMD ["./agent"]
