FROM debian:bookworm
CMD ["/bin/sh", "-c", "echo $HOME"]
CMD ["/bin/sh", "-c", "cd /app && exec ./run"]
CMD ["/bin/sh", "-c", "exec ls *.txt"]
CMD ["/bin/sh", "-c", "exec"]
CMD ["/bin/sh", "-c", "NODE_ENV=production node app.js"]
CMD ["/bin/sh", "-c", "exec node app.js > /var/log/app.log"]
CMD ["/bin/sh", "-c", "sleep 5 &"]
CMD ["/bin/sh", "-c", "echo \"a\\tb\""]
CMD ["node", "app.js"]
HEALTHCHECK CMD curl -f http://localhost/ || exit 1
SHELL ["/bin/bash", "-l", "-c"]
CMD node app.js
