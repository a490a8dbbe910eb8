FROM debian:bookworm
CMD echo $HOME
CMD cd /app && ./run
CMD ls *.txt
CMD exec
CMD NODE_ENV=production node app.js
CMD node app.js > /var/log/app.log
CMD sleep 5 &
CMD echo "a\tb"
CMD ["node", "app.js"]
HEALTHCHECK CMD curl -f http://localhost/ || exit 1
SHELL ["/bin/bash", "-l", "-c"]
CMD node app.js
