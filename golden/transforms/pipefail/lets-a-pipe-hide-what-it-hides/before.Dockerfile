FROM debian:bookworm
RUN first=$(ls /opt | head -n 1) \
    && if ! cat /etc/list | grep -q "$(ls / | grep srv)"; then exit 1; fi \
    && `yes | ./setup`
RUN curl -fsSL https://example.com/a.tgz | tar xz \
    && (find / -name core | xargs rm -f)
CMD ["/bin/true"]
