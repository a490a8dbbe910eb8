FROM debian:bookworm
COPY . /build
RUN cd /build && make && make install
CMD ["countd"]
