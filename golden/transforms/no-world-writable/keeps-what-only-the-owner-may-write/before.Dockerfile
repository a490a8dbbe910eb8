FROM debian:bookworm
RUN chmod 1777 /tmp && chmod 755 /start.sh && chmod +x /b.sh && chmod u+w /c.sh && chmod $MODE /d.sh
RUN chmod go-w /e.sh && chmod a+rx /f.sh
