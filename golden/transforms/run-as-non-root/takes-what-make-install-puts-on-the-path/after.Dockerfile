FROM debian:bookworm
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
COPY --chown=app:app . /build
RUN cd /build && make && make install
USER 10001:10001
CMD ["countd"]
