FROM debian:bookworm
COPY . /opt/agent
RUN chmod 777 /opt/agent/hook.sh /opt/agent/main.sh
RUN chmod 0777 /opt/agent/step.sh
COPY --chmod=777 plan.sh /opt/agent/
RUN chmod 755 /opt/agent/quiet.sh
USER 1000
CMD ["/opt/agent/main.sh"]
