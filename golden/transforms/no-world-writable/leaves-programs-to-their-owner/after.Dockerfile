FROM debian:bookworm
COPY --chmod=0755 start.sh /usr/local/bin/
RUN chmod 755 /start.sh "$HOME/run.sh" && chmod a+rx,u+w /usr/local/bin/tool
RUN chmod 0754 \
    # both
    /a.sh \
    /b.sh
RUN chmod u+w /c.sh
