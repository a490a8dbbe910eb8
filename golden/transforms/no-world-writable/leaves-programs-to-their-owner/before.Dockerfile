FROM debian:bookworm
COPY --chmod=0777 start.sh /usr/local/bin/
RUN chmod 777 /start.sh "$HOME/run.sh" && chmod a+rwx /usr/local/bin/tool
RUN chmod 0776 \
    # both
    /a.sh \
    /b.sh
RUN chmod ugo+w /c.sh
