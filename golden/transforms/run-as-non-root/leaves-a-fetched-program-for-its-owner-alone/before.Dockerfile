FROM debian:12-slim
ADD https://example.com/tool /usr/local/bin/tool
RUN chmod u+x /usr/local/bin/tool
EXPOSE 8080
CMD ["tool", "serve"]
